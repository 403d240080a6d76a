using System.Text;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>The Querier, told of every endpoint that the hub has.</summary>
static class QuerierLowering
{
    const string Name = "thanos-query";
    const string EndpointsConfigMap = "thanos-query-endpoints";
    const string EndpointsFolder = "/etc/thanos/endpoints";
    const string EndpointsFile = "endpoints.yaml";

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Querier is not { } querier)
            return [];

        return [EndpointsMap(topology, hub, querier), .. WorkloadLowering.Lower(Workload(topology, hub, querier))];
    }

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundQuerier querier) => new()
    {
        Namespace = hub.Namespace,
        Name = Name,
        Program = Name,
        Component = "query",
        Topology = topology.Name,
        Origin = Origin.Of(querier.Authored),
        Image = querier.Component.Image,
        Resources = querier.Component.Resources,
        Replicas = querier.Replicas,
        Arguments =
        [
            "query",
            $"--endpoint.sd-config-file={EndpointsFolder}/{EndpointsFile}",
            $"--query.replica-label={ReceiveLowering.ReplicaLabel}",
            // What Prometheus' operator calls the replicas of a managed cluster.
            "--query.replica-label=prometheus_replica",
            "--query.auto-downsampling",
            $"--query.timeout={querier.Timeout}",
            FormattableString.Invariant($"--query.max-concurrent={querier.MaxConcurrent}"),
            .. querier.Authored.ExtraArguments,
        ],
        // Thanos reads the file again every five minutes.
        Files = [new MountedFiles("endpoints", EndpointsFolder, new ConfigMapFiles(EndpointsConfigMap), Checksum: null)],
        Ports = [new("grpc", 10901), new("http", 10902)],
        Probes = new Probes("http", ReadyFailures: 20, LiveFailures: 4),
        Grace = 2.Minutes,
        FixedUser = !hub.Authored.Platform.IsOpenShift,
        NodeSelector = querier.Authored.NodeSelector,
        PriorityClass = querier.Authored.PriorityClass,
    };

    static Manifest EndpointsMap(BoundTopology topology, BoundHub hub, BoundQuerier querier) => new(
        new ConfigMap
        {
            Metadata = new() { Name = EndpointsConfigMap, Namespace = hub.Namespace, Labels = Labels.Of(Name, "query", topology.Name) },
            Data = new() { [EndpointsFile] = Encoding.UTF8.GetString(YamlWriter.ToUtf8(MapNode.Of(("endpoints", new ListNode(Endpoints(hub)))))) },
        },
        HubTarget.Observability,
        Origin.Of(querier.Authored));

    static IEnumerable<Node> Endpoints(BoundHub hub)
    {
        if (hub.Receive is not null)
            yield return Endpoint(ReceiveLowering.Ingestor, hub);
    }

    static MapNode Endpoint(string service, BoundHub hub) =>
        MapNode.Of(("address", ScalarNode.String($"dnssrv+_grpc._tcp.{service}.{hub.Namespace}.svc")));
}
