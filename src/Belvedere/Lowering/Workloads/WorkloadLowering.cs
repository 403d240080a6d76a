using System.Security.Cryptography;
using System.Text;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Workloads;

/// <summary>Workload → ServiceAccount, StatefulSet or Deployment, Service and PodDisruptionBudget.</summary>
static class WorkloadLowering
{
    // The user and group of the image since Thanos 0.32.
    const int ThanosUser = 1001;

    public static IEnumerable<Manifest> Lower(Workload workload)
    {
        yield return At(new ServiceAccount { Metadata = Metadata(workload), AutomountServiceAccountToken = false }, workload);
        yield return At(workload.Disk is { } disk ? StatefulSet(workload, disk) : Deployment(workload), workload);
        yield return At(Service(workload), workload);
        if (workload.Replicas > 1)
            yield return At(DisruptionBudget(workload), workload);
    }

    public static Manifest At(KubernetesObject made, Workload workload) => new(made, HubTarget.Observability, workload.Origin);

    public static ObjectMeta Metadata(Workload workload) => new()
    {
        Name = workload.Name,
        Namespace = workload.Namespace,
        Labels = Labels.Of(workload.Program, workload.Component, workload.Topology),
    };

    static Map<string> Selector(Workload workload) => Labels.Selector(workload.Program, workload.Component);

    static StatefulSet StatefulSet(Workload workload, Disk disk) => new()
    {
        Metadata = Metadata(workload),
        Spec = new()
        {
            Replicas = workload.Replicas,
            ServiceName = workload.Name,
            // All at once: a ring in which each pod waits for the one before it cannot start after a loss of quorum.
            PodManagementPolicy = "Parallel",
            Selector = new() { MatchLabels = Selector(workload) },
            Template = Template(workload),
            VolumeClaimTemplates =
            [
                new()
                {
                    Metadata = new() { Name = "data", Labels = Selector(workload) },
                    Spec = new()
                    {
                        AccessModes = ["ReadWriteOnce"],
                        StorageClassName = disk.StorageClass,
                        Resources = new() { Requests = new() { ["storage"] = new(disk.Size.ToString()) } },
                    },
                },
            ],
        },
    };

    static Deployment Deployment(Workload workload) => new()
    {
        Metadata = Metadata(workload),
        Spec = new()
        {
            Replicas = workload.Replicas,
            Selector = new() { MatchLabels = Selector(workload) },
            Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = 1, MaxUnavailable = 0 } },
            Template = Template(workload),
        },
    };

    static PodTemplateSpec Template(Workload workload) => new()
    {
        Metadata = new() { Labels = Labels.Of(workload.Program, workload.Component, workload.Topology), Annotations = Checksums(workload) },
        Spec = new()
        {
            ServiceAccountName = workload.Name,
            AutomountServiceAccountToken = false,
            SecurityContext = new()
            {
                RunAsNonRoot = true,
                RunAsUser = workload.FixedUser ? ThanosUser : null,
                RunAsGroup = workload.FixedUser ? ThanosUser : null,
                FsGroup = workload.FixedUser ? ThanosUser : null,
                SeccompProfile = new() { Type = "RuntimeDefault" },
            },
            PriorityClassName = workload.PriorityClass,
            NodeSelector = workload.NodeSelector.Count == 0 ? null : [.. workload.NodeSelector],
            TerminationGracePeriodSeconds = workload.Grace.Milliseconds / 1000,
            TopologySpreadConstraints = workload.Replicas == 1 ? null : [Spread("topology.kubernetes.io/zone", workload), Spread("kubernetes.io/hostname", workload)],
            Containers = [Container(workload)],
            Volumes = Volumes(workload),
        },
    };

    static Container Container(Workload workload) => new()
    {
        Name = workload.Program,
        Image = workload.Image,
        Args = [.. workload.Arguments],
        Env = workload.Environment is [] ? null : [.. workload.Environment.Select(Variable)],
        Ports = [.. workload.Ports.Select(port => new ContainerPort { Name = port.Name, Port = port.Number })],
        LivenessProbe = Probe("/-/healthy", workload.Probes.Port, period: 30, workload.Probes.LiveFailures),
        ReadinessProbe = Probe("/-/ready", workload.Probes.Port, period: 5, workload.Probes.ReadyFailures),
        StartupProbe = workload.Probes.Startup is { } longest ? Probe("/-/ready", workload.Probes.Port, period: 10, (int)(longest.Milliseconds / 10_000)) : null,
        Resources = Requirements(workload.Resources),
        SecurityContext = new()
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new() { Drop = ["ALL"] },
        },
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts =
        [
            .. workload.Disk is { } disk ? [new VolumeMount { Name = "data", MountPath = disk.Folder }] : Enumerable.Empty<VolumeMount>(),
            .. workload.Files.Select(files => new VolumeMount { Name = files.Volume, MountPath = files.Folder, ReadOnly = true }),
            .. workload.Scratch.Select((folder, number) => new VolumeMount { Name = ScratchName(number), MountPath = folder }),
        ],
    };

    static Volume[]? Volumes(Workload workload)
    {
        Volume[] volumes =
        [
            .. workload.Files.Select(files => files.Source switch
            {
                SecretFiles secret => new Volume { Name = files.Volume, Secret = new() { SecretName = secret.Name } },
                var source => new Volume { Name = files.Volume, ConfigMap = new() { Name = source.Name } },
            }),
            .. workload.Scratch.Select((_, number) => new Volume { Name = ScratchName(number), EmptyDir = new() }),
        ];
        return volumes.Length == 0 ? null : volumes;
    }

    static string ScratchName(int number) => FormattableString.Invariant($"scratch-{number}");

    static EnvVar Variable(EnvironmentValue value) => value switch
    {
        SecretValue secret => new() { Name = secret.Name, ValueFrom = new() { SecretKeyRef = new() { Name = secret.Secret, Key = secret.Key } } },
        FieldValue field => new() { Name = field.Name, ValueFrom = new() { FieldRef = new() { FieldPath = field.Path } } },
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no kind of environment variable."),
    };

    static ContainerProbe Probe(string path, string port, int period, int failures) => new()
    {
        HttpGet = new() { Path = path, Port = port },
        PeriodSeconds = period,
        FailureThreshold = failures,
    };

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

    // Preferred, not demanded: a hub with one zone still runs.
    static TopologySpreadConstraint Spread(string key, Workload workload) => new()
    {
        MaxSkew = 1,
        TopologyKey = key,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new() { MatchLabels = Selector(workload) },
    };

    // Programs read these files once, so new content must make new pods.
    static Map<string>? Checksums(Workload workload)
    {
        Map<string> annotations = [];
        foreach (var files in workload.Files)
            if (files.Checksum is { } content)
                annotations = annotations.With($"checksum.belvedere.dev/{files.Volume}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16]);
        return annotations.Count == 0 ? null : annotations;
    }

    static Service Service(Workload workload) => new()
    {
        Metadata = Metadata(workload),
        Spec = new()
        {
            // With a disk, each pod is addressed by name, also before it is ready: the ring must find a pod that replays its WAL.
            ClusterIP = workload.Disk is null ? null : "None",
            PublishNotReadyAddresses = workload.Disk is null ? null : true,
            Selector = Selector(workload),
            Ports = [.. workload.Ports.Select(port => new ServicePort { Name = port.Name, Port = port.Number, TargetPort = port.Name })],
        },
    };

    static PodDisruptionBudget DisruptionBudget(Workload workload) => new()
    {
        Metadata = Metadata(workload),
        Spec = new() { MaxUnavailable = 1, Selector = new() { MatchLabels = Selector(workload) } },
    };
}
