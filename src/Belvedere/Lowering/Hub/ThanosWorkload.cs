using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>What all workloads of the hub have in common.</summary>
static class ThanosWorkload
{
    /// <summary>The port of Thanos' gRPC: the Store API, and samples from router to ingestor.</summary>
    public static readonly WorkloadPort Grpc = new("grpc", 10901);

    /// <summary>The port of Thanos' HTTP: queries, metrics, probes.</summary>
    public static readonly WorkloadPort Http = new("http", 10902);

    // The user and group of the image since Thanos 0.32.
    const int User = 1001;

    /// <summary>A workload of Thanos with its first flags.</summary>
    public static Workload Of(
        BoundTopology topology,
        BoundHub hub,
        BoundComponent component,
        string command,
        string name,
        string role,
        int replicas,
        Probes probes,
        Duration grace,
        IEnumerable<Argument> arguments) => new()
        {
            Namespace = hub.Namespace,
            Name = name,
            Program = $"thanos-{command}",
            Component = role,
            Topology = topology.Name,
            Authored = component.Authored,
            Image = component.Image,
            Resources = component.Resources,
            Scheduling = component.Scheduling,
            Thanos = new(command, hub.Thanos),
            Arguments =
            [
                .. arguments,
                // Go then collects garbage before the kernel ends the process.
                .. component.Resources.MemoryLimit is null ? Enumerable.Empty<Argument>() : [new("--enable-auto-gomemlimit", IsOptional: true)],
            ],
            ExtraArguments = [.. component.ExtraArguments.Select(Argument.Parse)],
            Replicas = replicas,
            Ports = [Grpc, Http],
            Probes = probes,
            Grace = grace,
            User = UserOf(hub, User),
        };

    /// <summary>The user of an image, where the platform lets us choose.</summary>
    public static int? UserOf(BoundHub hub, int user) => hub.IsOpenShift ? null : user;

    /// <summary>An address of gRPC that finds every pod of a Service.</summary>
    public static string EveryPod(string service, BoundHub hub) => $"dnssrv+_grpc._tcp.{service}.{hub.Namespace}.svc";

    /// <summary>A ConfigMap of a component.</summary>
    public static Manifest ConfigMap(BoundTopology topology, BoundHub hub, string name, Element authored, Kubernetes.Map<string> data) => new(
        new Kubernetes.ConfigMap { Metadata = new() { Name = name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) }, Data = data },
        HubTarget.Observability,
        Origin.Of(authored));
}
