using Belvedere.Binding;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>memcached, with an exporter of its metrics beside it.</summary>
static class MemcachedLowering
{
    /// <summary>The port that clients find by its name in DNS.</summary>
    public static readonly WorkloadPort Port = new("memcached", 11211);

    static readonly WorkloadPort Metrics = new("metrics", 9150);

    // The user of the image.
    const int User = 11211;

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) => hub.Memcached.Select(memcached => new Workload
    {
        Namespace = hub.Namespace,
        Name = memcached.Name,
        Program = "memcached",
        Component = memcached.Authored.Name,
        Topology = topology.Name,
        Authored = memcached.Authored,
        Image = memcached.Component.Image,
        Resources = memcached.Component.Resources,
        Scheduling = memcached.Component.Scheduling,
        Replicas = memcached.Replicas,
        Arguments =
        [
            // In MiB.
            Argument.Of("--memory-limit", (int)(memcached.Memory.Bytes >> 20)),
            new("--max-item-size", FormattableString.Invariant($"{memcached.MaxItemSize.Bytes}")),
            Argument.Of("--conn-limit", memcached.MaxConnections),
        ],
        Ports = [Port],
        Probes = new(Port.Name, ReadyFailures: 6, LiveFailures: 3, ReadyPath: null, LivePath: null),
        Grace = 30.Seconds,
        User = ThanosWorkload.UserOf(hub, User),
        HasStableNames = true,
        Sidecars =
        [
            new()
            {
                Name = "exporter",
                Image = memcached.ExporterImage,
                Resources = new() { Cpu = 10.Millicores, Memory = 32.MiB },
                Arguments = [],
                Ports = [Metrics],
            },
        ],
        Scraped = [Metrics.Name],
    });
}
