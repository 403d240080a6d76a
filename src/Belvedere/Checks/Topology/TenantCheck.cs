using System.IO.Enumeration;
using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Every tenant has a ring, and every ring can have a tenant: the first that fits takes it.</summary>
sealed class TenantCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1044", "A tenant or a hashring is not reached", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --receive.hashrings-file: tenants", "thanos: tenant names are path segments"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            yield break;

        var rings = receive.Authored.Hashrings;
        var seen = new Dictionary<string, Hashring>(StringComparer.Ordinal);
        for (var at = 0; at < rings.Count; at++)
        {
            var ring = rings[at];
            if (ring.Tenants is [] && at < rings.Count - 1)
                yield return Descriptor.On(ring, $"The {ring.Designation} names no tenants, so it takes every one, and {rings[at + 1].Designation} after it gets none. Put it last, or name its tenants.", nameof(Hashring.Tenants));
            foreach (var tenant in ring.Tenants)
            {
                if (tenant.Length == 0 || tenant.Contains('/', StringComparison.Ordinal) || tenant is "." or "..")
                    yield return Descriptor.On(ring, $"The tenant '{tenant}' of {ring.Designation} is no name: Receive makes a folder of it and refuses others. Use letters, digits and hyphens.", nameof(Hashring.Tenants));
                else if (!seen.TryAdd(tenant, ring))
                    yield return Descriptor.On(ring, $"The tenant '{tenant}' is in {seen[tenant].Designation} and in {ring.Designation}; only the first gets it. Remove it from one of them.", nameof(Hashring.Tenants));
            }
        }

        foreach (var tenant in Tenants([.. topology.ClustersOf(hub)], receive))
            if (rings is not [] && !rings.Any(ring => Takes(ring, tenant)))
                yield return Descriptor.On(receive.Authored, $"No hashring of {receive.Authored.Designation} takes the tenant '{tenant}', so Receive refuses its samples. Name it in a ring, or add a last ring without tenants.", nameof(Receive.Hashrings));
    }

    static bool Takes(Hashring ring, string tenant) =>
        ring.Tenants is [] || ring.Tenants.Any(pattern => ring.TenantMatch is TenantMatch.Glob ? FileSystemName.MatchesSimpleExpression(pattern, tenant, ignoreCase: false) : pattern == tenant);

    static IEnumerable<string> Tenants(IReadOnlyList<BoundCluster> clusters, BoundReceive receive) => receive.Tenancy switch
    {
        ClusterTenancy => clusters.Select(cluster => cluster.Name),
        GroupTenancy group => clusters.Select(cluster => cluster.ExternalLabels.GetValueOrDefault(group.Label)).OfType<string>().Distinct(StringComparer.Ordinal),
        _ => [receive.DefaultTenant],
    };
}
