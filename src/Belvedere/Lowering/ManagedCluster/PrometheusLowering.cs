using System.Text;
using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>The Prometheus of a managed cluster, with what it may read and where it writes.</summary>
static class PrometheusLowering
{
    const string Program = "prometheus";
    const string Component = "collector";

    /// <summary>The label by which this Prometheus, and no other, takes its rules.</summary>
    public const string RulesLabel = "belvedere.dev/rules";

    public static IEnumerable<KubernetesObject> Lower(BoundTopology topology, BoundProfile profile)
    {
        yield return new ServiceAccount { Metadata = Metadata(topology, profile) };
        yield return new ClusterRole { Metadata = ClusterMetadata(topology), Rules = Permissions };
        yield return new ClusterRoleBinding
        {
            Metadata = ClusterMetadata(topology),
            RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = ClusterName(topology) },
            Subjects = [new() { Kind = "ServiceAccount", Name = topology.Name, Namespace = profile.Namespace }],
        };
        yield return Prometheus(topology, profile);
    }

    // What service discovery and scraping through the API server need.
    static PolicyRule[] Permissions =>
    [
        new() { ApiGroups = [""], Resources = ["nodes", "nodes/metrics", "services", "endpoints", "pods"], Verbs = ["get", "list", "watch"] },
        new() { ApiGroups = ["discovery.k8s.io"], Resources = ["endpointslices"], Verbs = ["get", "list", "watch"] },
        new() { ApiGroups = ["networking.k8s.io"], Resources = ["ingresses"], Verbs = ["get", "list", "watch"] },
        new() { NonResourceURLs = ["/metrics", "/metrics/cadvisor"], Verbs = ["get"] },
    ];

    static Prometheus Prometheus(BoundTopology topology, BoundProfile profile)
    {
        var monitors = new LabelSelector { MatchLabels = profile.MonitorLabels.Count == 0 ? null : [.. profile.MonitorLabels] };
        return new Prometheus
        {
            Metadata = Metadata(topology, profile),
            Spec = new()
            {
                Replicas = profile.Replicas,
                ServiceAccountName = topology.Name,
                ScrapeInterval = profile.ScrapeInterval.ToString(),
                EvaluationInterval = profile.ScrapeInterval.ToString(),
                Retention = profile.Retention.ToString(),
                // The label 'prometheus' names this object, which is the same on every cluster and tells nothing.
                PrometheusExternalLabelName = "",
                ServiceMonitorSelector = monitors,
                ServiceMonitorNamespaceSelector = new(),
                PodMonitorSelector = monitors,
                PodMonitorNamespaceSelector = new(),
                ProbeSelector = monitors,
                ProbeNamespaceSelector = new(),
                RuleSelector = new() { MatchLabels = new() { [RulesLabel] = topology.Name } },
                Resources = WorkloadLowering.Requirements(profile.Resources),
                SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 1000, FsGroup = 2000, SeccompProfile = new() { Type = "RuntimeDefault" } },
                Storage = profile.Volume is { } volume ? Storage(volume, profile.StorageClass) : null,
                RemoteWrite = topology.Hub?.Authored.WriteEndpoint is { } endpoint ? [RemoteWrite(endpoint, profile)] : null,
            },
        };
    }

    static RemoteWriteSpec RemoteWrite(string endpoint, BoundProfile profile) => new()
    {
        Name = "hub",
        Url = $"https://{endpoint}/api/v1/receive",
        TlsConfig = new()
        {
            Ca = new() { Secret = new() { Name = profile.ClientCertificate.Name, Key = "ca.crt" } },
            Cert = new() { Secret = new() { Name = profile.ClientCertificate.Name, Key = "tls.crt" } },
            KeySecret = new() { Name = profile.ClientCertificate.Name, Key = "tls.key" },
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
        WriteRelabelConfigs = profile.Ship is ShipMetrics { Names: var names }
            ? [new() { SourceLabels = ["__name__"], Regex = NamePattern(names), Action = "keep" }]
            : null,
    };

    // Prometheus anchors the whole expression.
    static string NamePattern(IReadOnlyList<string> names)
    {
        var pattern = new StringBuilder();
        foreach (var name in names.Order(StringComparer.Ordinal))
            pattern.Append(pattern.Length == 0 ? "" : "|").Append(name.Replace("*", ".*", StringComparison.Ordinal));
        return pattern.ToString();
    }

    static StorageSpec Storage(ByteSize size, string? storageClass) => new()
    {
        VolumeClaimTemplate = new()
        {
            Spec = new()
            {
                StorageClassName = storageClass,
                Resources = new() { Requests = new() { ["storage"] = new(size.ToString()) } },
            },
        },
    };

    static ObjectMeta Metadata(BoundTopology topology, BoundProfile profile) => new()
    {
        Name = topology.Name,
        Namespace = profile.Namespace,
        Labels = Labels.Of(Program, Component, topology.Name),
    };

    static string ClusterName(BoundTopology topology) => $"{topology.Name}-collector";

    static ObjectMeta ClusterMetadata(BoundTopology topology) => new() { Name = ClusterName(topology), Labels = Labels.Of(Program, Component, topology.Name) };
}
