using System.Globalization;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Rules;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// The Ruler. Its rules lie in ConfigMaps of their own in one folder, and a reloader beside it has it read them again: no
/// operator is needed, and no other Prometheus of the hub takes them.
/// </summary>
static class RulerLowering
{
    /// <summary>The StatefulSet and its Service.</summary>
    public const string Name = "thanos-rule";

    const string DataFolder = "/var/thanos/rule";
    const string RulesFolder = "/etc/thanos/rules";
    const string RulesVolume = "rules";
    const string ConfigFolder = "/etc/thanos/rule";
    const string AlertmanagersFile = "alertmanagers.yaml";

    static readonly WorkloadPort Reloader = new("reloader", 9533);

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.Ruler is { } ruler ? [Workload(topology, hub, ruler)] : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) =>
        hub.Ruler is { } ruler && Alertmanagers(hub, ruler) is { } alertmanagers
            ? [ThanosWorkload.ConfigMap(topology, hub, Name, ruler.Authored, new() { [AlertmanagersFile] = alertmanagers })]
            : [];

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundRuler ruler)
    {
        var storage = ObjectStorageLowering.For(hub, StorageRole.Writer);
        var alertmanagers = Alertmanagers(hub, ruler);
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            ruler.Component,
            "rule",
            Name,
            "rule",
            ruler.Replicas,
            new Probes("http", ReadyFailures: 18, LiveFailures: 24),
            5.Minutes,
            [
                Argument.Of("--data-dir", DataFolder),
                Argument.Of("--label", $"{HubBinding.RulerReplicaLabel}=\"{hub.ReplicaPrefix}$(NAME)\""),
                .. ruler.ExternalLabels.Select(label => Argument.Of("--label", $"{label.Key}=\"{label.Value}\"")),
                // Alertmanager would otherwise take each pod's alert for another one.
                Argument.Of("--alert.label-drop", HubBinding.RulerReplicaLabel),
                Argument.Of("--rule-file", $"{RulesFolder}/*.yaml"),
                Argument.Of("--query", $"dnssrv+_{ThanosWorkload.Http.Name}._tcp.{QuerierLowering.Name}.{hub.Namespace}.svc"),
                Argument.Of("--eval-interval", ruler.Interval),
                Argument.Of("--tsdb.retention", ruler.Retention),
                Argument.Of("--rule-query-offset", ruler.QueryOffset).UnlessSaid(ruler.Authored.QueryOffset),
                .. Argument.IfSaid("--rule-concurrent-evaluation", ruler.Authored.Concurrency),
                .. Argument.IfSaid("--alert.query-url", ruler.Authored.QueryUrl),
                .. alertmanagers is null ? Enumerable.Empty<Argument>() : [Argument.Of("--alertmanagers.config-file", $"{ConfigFolder}/{AlertmanagersFile}")],
                .. storage.Arguments,
            ]);
        return workload with
        {
            Environment = [new FieldValue("NAME", "metadata.name"), .. storage.Environment],
            Files =
            [
                .. storage.Files,
                new(RulesVolume, RulesFolder, new ConfigMapsTogether(HubRuleLowering.ConfigMaps(topology, hub)), Checksum: null),
                .. alertmanagers is null ? Enumerable.Empty<MountedFiles>() : [new("config", ConfigFolder, new ConfigMapFiles(Name), alertmanagers)],
            ],
            Disk = new(DataFolder, ruler.Volume, ruler.Authored.StorageClass),
            AccountAnnotations = storage.AccountAnnotations,
            Sidecars = [ReloaderOf(ruler)],
            Scraped = [ThanosWorkload.Http.Name, Reloader.Name],
            Calls =
            [
                new PeerCall(QuerierLowering.Name, ThanosWorkload.Http.Name),
                .. hub.Alertmanager is null ? Enumerable.Empty<Call>() : [new PeerCall(AlertmanagerLowering.PeerName, AlertmanagerLowering.Web.Name)],
                .. ruler.Authored.Alertmanagers.Select(address => new OutsideCall(PortOf(address))),
                .. storage.Calls,
            ],
        };
    }

    static Sidecar ReloaderOf(BoundRuler ruler) => new()
    {
        Name = "reloader",
        Image = ruler.ReloaderImage,
        Resources = new() { Cpu = 10.Millicores, Memory = 32.MiB },
        Arguments =
        [
            FormattableString.Invariant($"--listen-address=:{Reloader.Number}"),
            FormattableString.Invariant($"--reload-url=http://127.0.0.1:{ThanosWorkload.Http.Number}/-/reload"),
            $"--watched-dir={RulesFolder}",
        ],
        Ports = [Reloader],
        Mounts = [(RulesVolume, RulesFolder)],
    };

    static string? Alertmanagers(BoundHub hub, BoundRuler ruler)
    {
        MapNode[] groups =
        [
            .. hub.Alertmanager is null ? Enumerable.Empty<MapNode>() : [Group("http", $"dnssrv+_{AlertmanagerLowering.Web.Name}._tcp.alertmanager-operated.{hub.Namespace}.svc")],
            .. ruler.Authored.Alertmanagers.Select(address => address.Split("://", 2) is [var scheme, var host] ? Group(scheme, host) : Group("http", address)),
        ];
        return groups.Length == 0 ? null : Text.Yaml(MapNode.Of(("alertmanagers", new ListNode(groups))));
    }

    // Where DNS tells the port, it is as a rule Alertmanager's own.
    static int PortOf(string address)
    {
        var host = address[(address.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
        return int.TryParse(host.AsSpan(host.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port
            : host.StartsWith("dnssrv", StringComparison.Ordinal) ? AlertmanagerLowering.Web.Number
            : address.StartsWith("https://", StringComparison.Ordinal) ? 443
            : 80;
    }

    static MapNode Group(string scheme, string address) => MapNode.Of(
        ("scheme", Text.Of(scheme)),
        ("api_version", Text.Of("v2")),
        ("static_configs", ListNode.Of(address)));
}
