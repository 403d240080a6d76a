using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>The identity of a collector that finds its targets by itself, and what it may read for that.</summary>
static class DiscoveryLowering
{
    // What service discovery and scraping through the API server need.
    static PolicyRule[] Permissions =>
    [
        new() { ApiGroups = [""], Resources = ["nodes", "nodes/metrics", "services", "endpoints", "pods"], Verbs = ["get", "list", "watch"] },
        new() { ApiGroups = ["discovery.k8s.io"], Resources = ["endpointslices"], Verbs = ["get", "list", "watch"] },
        new() { ApiGroups = ["networking.k8s.io"], Resources = ["ingresses"], Verbs = ["get", "list", "watch"] },
        new() { NonResourceURLs = ["/metrics", "/metrics/cadvisor"], Verbs = ["get"] },
    ];

    public static IEnumerable<KubernetesObject> Lower(Collector collector, string program, string? @namespace = null) =>
    [
        new ServiceAccount { Metadata = collector.Metadata(program, @namespace) },
        new ClusterRole { Metadata = collector.ClusterMetadata(program), Rules = Permissions },
        new ClusterRoleBinding
        {
            Metadata = collector.ClusterMetadata(program),
            RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = collector.ClusterName },
            Subjects = [new() { Kind = "ServiceAccount", Name = collector.Name, Namespace = @namespace ?? collector.Namespace }],
        },
    ];
}
