using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Workloads;

/// <summary>Workload → ServiceAccount, StatefulSet or Deployment, Service, PodDisruptionBudget.</summary>
static class WorkloadLowering
{
    public static IEnumerable<Manifest> Lower(Workload workload)
    {
        yield return At(
            new ServiceAccount
            {
                Metadata = Metadata(workload) with { Annotations = workload.AccountAnnotations.Count == 0 ? null : [.. workload.AccountAnnotations] },
                AutomountServiceAccountToken = false,
            },
            workload);
        yield return At(workload.IsStateful ? StatefulSet(workload) : Deployment(workload), workload) with { Wave = workload.Wave };
        yield return At(Service(workload), workload);
        if (workload is { Replicas: > 1, Evictable: { } evictable })
            yield return At(DisruptionBudget(Metadata(workload), evictable, workload.Selector), workload);
    }

    public static Manifest At(KubernetesObject made, Workload workload) => new(made, HubTarget.Observability, workload.Origin);

    public static ObjectMeta Metadata(Workload workload) => new()
    {
        Name = workload.Name,
        Namespace = workload.Namespace,
        Labels = workload.ObjectLabels,
    };

    public static PodDisruptionBudget DisruptionBudget(ObjectMeta metadata, int evictable, Map<string> selector) => new()
    {
        Metadata = metadata,
        Spec = new()
        {
            MaxUnavailable = evictable,
            Selector = new() { MatchLabels = selector },
            // A pod that is not ready serves nobody, and would keep its node from being drained for ever.
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
        },
    };

    static StatefulSet StatefulSet(Workload workload) => new()
    {
        Metadata = Metadata(workload),
        Spec = new()
        {
            Replicas = workload.Replicas,
            ServiceName = workload.Name,
            // All at once: a ring in which each pod waits for the one before it cannot start after a loss of quorum.
            PodManagementPolicy = "Parallel",
            MinReadySeconds = Seconds(workload.MinReady),
            Selector = new() { MatchLabels = workload.Selector },
            Template = PodLowering.Template(workload),
            // Samples outlive a set that is made anew or has fewer pods.
            PersistentVolumeClaimRetentionPolicy = workload.Disk is null ? null : new() { WhenDeleted = "Retain", WhenScaled = "Retain" },
            VolumeClaimTemplates = workload.Disk is { } disk ? [Claim(workload, disk)] : null,
        },
    };

    static PersistentVolumeClaim Claim(Workload workload, Disk disk) => new()
    {
        Metadata = new() { Name = PodLowering.DataVolume, Labels = workload.Selector },
        Spec = new()
        {
            AccessModes = ["ReadWriteOnce"],
            StorageClassName = disk.StorageClass,
            Resources = new() { Requests = new() { ["storage"] = new(disk.Size.ToString()) } },
        },
    };

    static Deployment Deployment(Workload workload) => new()
    {
        Metadata = Metadata(workload),
        Spec = new()
        {
            Replicas = workload.Replicas,
            MinReadySeconds = Seconds(workload.MinReady),
            Selector = new() { MatchLabels = workload.Selector },
            Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = 1, MaxUnavailable = 0 } },
            Template = PodLowering.Template(workload),
        },
    };

    static Service Service(Workload workload) => new()
    {
        Metadata = Metadata(workload),
        Spec = new()
        {
            // With stable names each pod is addressed, also before it is ready: the ring must find a pod that replays its WAL.
            ClusterIP = workload.IsStateful ? "None" : null,
            PublishNotReadyAddresses = workload.IsStateful ? true : null,
            Selector = workload.Selector,
            Ports =
            [
                .. workload.Ports.Concat(workload.Sidecars.SelectMany(sidecar => sidecar.Ports)).Select(port => new ServicePort
                {
                    Name = port.Name,
                    Port = port.Number,
                    TargetPort = port.Name,
                    Protocol = port.IsUdp ? "UDP" : null,
                }),
            ],
        },
    };

    static int? Seconds(Duration? length) => length is { } given ? (int)(given.Milliseconds / 1000) : null;

    public static ResourceRequirements Requirements(Resources resources) => new()
    {
        Requests = Amounts(resources.Cpu, resources.Memory),
        Limits = Amounts(resources.CpuLimit, resources.MemoryLimit),
    };

    static Map<Quantity>? Amounts(CpuAmount? cpu, ByteSize? memory)
    {
        Map<Quantity> amounts = [];
        if (cpu is { } time)
            amounts = amounts.With("cpu", new(time.ToString()));
        if (memory is { } bytes)
            amounts = amounts.With("memory", new(bytes.ToString()));
        return amounts.Count == 0 ? null : amounts;
    }
}
