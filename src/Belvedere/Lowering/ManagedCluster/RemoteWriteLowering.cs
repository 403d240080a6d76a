using System.Text;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>The ways to the hubs (<c>remoteWrite</c>), the same for every kind of collector.</summary>
static class RemoteWriteLowering
{
    const string HomeEntry = "hub";
    const string SecondEntry = "second-hub";

    /// <summary>Whether an entry of this name is ours, by which it is known among others.</summary>
    public static bool IsOurs(string? name) => name is HomeEntry or SecondEntry;

    /// <summary>The entries, one for each hub; null where there is nowhere to write to.</summary>
    /// <param name="collector">The collector.</param>
    /// <param name="last">Steps that every series passes last.</param>
    public static IReadOnlyList<RemoteWriteSpec>? Lower(Collector collector, params IReadOnlyList<RelabelConfig> last)
    {
        RemoteWriteSpec[] entries =
        [
            .. (Entry(collector, HomeEntry, collector.Writes.Home, last) is { } home ? [home] : Enumerable.Empty<RemoteWriteSpec>()),
            .. (Entry(collector, SecondEntry, collector.Writes.Second, last) is { } second ? [second] : Enumerable.Empty<RemoteWriteSpec>()),
        ];
        return entries is [] ? null : entries;
    }

    /// <summary>The certificates that the entries present, each once.</summary>
    public static IEnumerable<SecretReference> Certificates(Collector collector) => new[] { collector.Writes.Home, collector.Writes.Second }
        .OfType<BoundHub>()
        .Where(hub => hub.Authored.WriteEndpoint is not null)
        .Select(hub => Certificate(collector, hub))
        .DistinctBy(secret => secret.Name);

    static SecretReference Certificate(Collector collector, BoundHub hub) => hub.Authored.ClientCertificate ?? collector.Profile.ClientCertificate;

    static RemoteWriteSpec? Entry(Collector collector, string name, BoundHub? hub, IReadOnlyList<RelabelConfig> last)
    {
        if (hub?.Authored.WriteEndpoint is not { } endpoint)
            return null;

        var profile = collector.Profile;
        var secret = Certificate(collector, hub);
        var certificate = AddOnCertificate(collector) ?? secret.Name;
        RelabelConfig[] steps = [.. profile.Relabel.Select(Lower), .. Filter(profile.Ship), .. last, .. Tenant(hub)];
        return new RemoteWriteSpec
        {
            Name = name,
            Url = $"https://{endpoint}/api/v1/receive",
            RemoteTimeout = profile.WriteTimeout.ToString(),
            TlsConfig = new()
            {
                Ca = new() { Secret = new() { Name = secret.Name, Key = "ca.crt" } },
                Cert = new() { Secret = new() { Name = certificate, Key = "tls.crt" } },
                KeySecret = new() { Name = certificate, Key = "tls.key" },
            },
            QueueConfig = new()
            {
                MaxShards = profile.Queue.MaxShards,
                MaxSamplesPerSend = profile.Queue.MaxSamplesPerSend,
                Capacity = profile.Queue.Capacity,
                MinBackoff = profile.Queue.MinBackoff.ToString(),
                MaxBackoff = profile.Queue.MaxBackoff.ToString(),
                // The hub answers 429 to a tenant over its limit; without this the samples are dropped instead of sent again.
                RetryOnRateLimit = true,
            },
            WriteRelabelConfigs = steps is [] ? null : steps,
        };
    }

    /// <summary>
    /// Steps after all others that set what tells clusters apart: an external label gives way to a label of the same name that
    /// a target brings, and whoever runs a target would write as another cluster.
    /// </summary>
    /// <param name="collector">The collector.</param>
    /// <param name="entries">Its entries; null for none.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="labels">The cluster's labels.</param>
    public static IEnumerable<PatchOperation> Identity(Collector collector, IReadOnlyList<RemoteWriteSpec>? entries, string path, LabelSet labels) =>
        (entries ?? []).SelectMany((entry, at) => Identity(entry, FormattableString.Invariant($"{path}/{at}"), [.. Steps(HubOf(collector, entry), labels)]));

    static IEnumerable<PatchOperation> Identity(RemoteWriteSpec entry, string path, IReadOnlyList<MapNode> steps) => steps is []
        ? []
        :
        [
            // A place in a list is only a number; the name says that it is still ours.
            new("test", $"{path}/name", ScalarNode.String(entry.Name!)),
            .. entry.WriteRelabelConfigs is null
                ? [new("add", $"{path}/writeRelabelConfigs", new ListNode(steps))]
                : steps.Select(step => new PatchOperation("add", $"{path}/writeRelabelConfigs/-", step)),
        ];

    static IEnumerable<MapNode> Steps(BoundHub? hub, LabelSet labels) =>
        from label in labels
        where label.Key is ClusterBinding.IdLabel || (label.Key is ClusterBinding.IdentityLabel && hub?.Receive?.Tenancy is not ClusterTenancy)
        select Lower(Relabeling.Set(label.Key, label.Value)).ToNode();

    static BoundHub? HubOf(Collector collector, RemoteWriteSpec entry) => entry.Name == SecondEntry ? collector.Writes.Second : collector.Writes.Home;

    // Receive writes the cluster itself then, from the certificate: what the sender says would only stand beside it.
    static IEnumerable<RelabelConfig> Tenant(BoundHub hub) => hub.Receive?.Tenancy is ClusterTenancy
        ? [new() { Regex = ClusterBinding.IdentityLabel, Action = "labeldrop" }]
        : [];

    // An add-on with an authority of its own has each cluster make its key, in a Secret that the add-on framework names.
    static string? AddOnCertificate(Collector collector) =>
        collector.Topology.Deliveries.AddOn is { Authored.SigningAuthority: not null } addOn && ReferenceEquals(collector.Topology.OwnerOf(collector.Base), addOn.Authored)
            ? addOn.ClientCertificate
            : null;

    /// <summary>A step of the model.</summary>
    public static RelabelConfig Lower(Relabeling step) => new()
    {
        SourceLabels = step.SourceLabels is [] ? null : [.. step.SourceLabels],
        Separator = step.Separator,
        Regex = step.Regex,
        Modulus = step.Modulus,
        TargetLabel = step.TargetLabel,
        Replacement = step.Replacement,
        Action = step.Action switch
        {
            RelabelingAction.Replace => "replace",
            RelabelingAction.Keep => "keep",
            RelabelingAction.Drop => "drop",
            RelabelingAction.LabelMap => "labelmap",
            RelabelingAction.LabelDrop => "labeldrop",
            RelabelingAction.LabelKeep => "labelkeep",
            RelabelingAction.HashMod => "hashmod",
            RelabelingAction.Lowercase => "lowercase",
            RelabelingAction.Uppercase => "uppercase",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Action, "No such action."),
        },
    };

    /// <summary>Steps that set labels, whatever a series brings along.</summary>
    public static IEnumerable<RelabelConfig> Set(LabelSet labels) => labels.Select(label => Lower(Relabeling.Set(label.Key, label.Value)));

    /// <summary>The anchored expression of metric names with <c>*</c> for any characters.</summary>
    public static string NamePattern(IEnumerable<string> names)
    {
        var pattern = new StringBuilder();
        foreach (var name in names.Order(StringComparer.Ordinal))
            pattern.Append(pattern.Length == 0 ? "" : "|").Append(name.Replace("*", ".*", StringComparison.Ordinal));
        return pattern.ToString();
    }

    static IEnumerable<RelabelConfig> Filter(Ship ship) =>
        ship is ShipMetrics { Names: var names } ? [Lower(Relabeling.Keep("__name__", NamePattern(names)))] : [];
}
