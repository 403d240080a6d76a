using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Ingestors do not hold more databases than they bear: each tenant is one on every ingestor that it uses.</summary>
sealed class TenancyPriceCheck : HubCheck
{
    // Each has a WAL, a head and uploads of its own.
    const int MostDatabases = 300;

    // A block every two hours.
    const int BlocksPerDay = 12;

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1055", "Ingestors hold many databases", DiagnosticSeverity.Warning)
    {
        Sources = ["thanos receive: a TSDB for each tenant"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive || Tenants([.. topology.ClustersOf(hub)], receive.Tenancy) is not { } tenants)
            yield break;

        // How tenants divide over several rings is not known here; each ring is judged as if it had all.
        foreach (var ring in receive.Rings.Where(ring => ring.Authored?.Tenants is null or []))
        {
            var used = Math.Max(1, Math.Min(ring.Ingestors, ring.Authored?.ShuffleSharding?.ShardSize ?? ring.Ingestors));
            var databases = (long)tenants * used / Math.Max(1, ring.Ingestors);
            if (databases > MostDatabases)
                yield return Descriptor.On(
                    receive.Authored,
                    FormattableString.Invariant($"{tenants} tenants on {used} of {ring.Ingestors} ingestors each are {databases} databases on an ingestor and {(long)tenants * used * BlocksPerDay} uploads a day. Use ShuffleSharding, more ingestors, or Tenancy.PerGroup."),
                    nameof(Receive.Tenancy));
        }
    }

    static int? Tenants(IReadOnlyList<BoundCluster> clusters, Tenancy tenancy) => tenancy switch
    {
        ClusterTenancy => clusters.Count,
        GroupTenancy group => clusters.Select(cluster => cluster.ExternalLabels.GetValueOrDefault(group.Label)).Distinct(StringComparer.Ordinal).Count(),
        _ => null,
    };
}
