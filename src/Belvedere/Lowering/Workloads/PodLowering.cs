using System.Security.Cryptography;
using System.Text;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Workloads;

/// <summary>Workload → the template of its pods.</summary>
static class PodLowering
{
    /// <summary>The volume of a pod's disk.</summary>
    public const string DataVolume = "data";

    public static PodTemplateSpec Template(Workload workload) => new()
    {
        Metadata = new() { Labels = workload.ObjectLabels, Annotations = Checksums(workload) },
        Spec = new()
        {
            ServiceAccountName = workload.Name,
            AutomountServiceAccountToken = workload.UsesApiServer,
            SecurityContext = SecurityContext(workload),
            PriorityClassName = workload.Scheduling.PriorityClass,
            NodeSelector = workload.Scheduling.NodeSelector.Count == 0 ? null : [.. workload.Scheduling.NodeSelector],
            Tolerations = workload.Scheduling.Tolerations is [] ? null : workload.Scheduling.Tolerations,
            Affinity = workload.Scheduling.Affinity,
            TerminationGracePeriodSeconds = workload.Grace.Milliseconds / 1000,
            TopologySpreadConstraints = workload.Replicas == 1 ? null : [Spread("topology.kubernetes.io/zone", workload), Spread("kubernetes.io/hostname", workload)],
            Containers = [Container(workload), .. workload.Sidecars.Select(Container)],
            Volumes = Volumes(workload),
        },
    };

    static PodSecurityContext SecurityContext(Workload workload) => new()
    {
        RunAsNonRoot = true,
        RunAsUser = workload.User,
        RunAsGroup = workload.User,
        FsGroup = workload.User,
        // Otherwise every file of a large disk is given its owner again at each start, which takes minutes.
        FsGroupChangePolicy = workload is { User: not null, Disk: not null } ? "OnRootMismatch" : null,
        SeccompProfile = new() { Type = "RuntimeDefault" },
    };

    static Container Container(Workload workload) => new()
    {
        Name = workload.Program,
        Image = workload.Image,
        Args = [.. Arguments(workload)],
        Env = workload.Environment is [] ? null : [.. workload.Environment.Select(Variable)],
        Ports = Ports(workload.Ports),
        LivenessProbe = Probe(workload.Probes.LivePath, workload.Probes.Port, period: 30, workload.Probes.LiveFailures),
        ReadinessProbe = Probe(workload.Probes.ReadyPath, workload.Probes.Port, period: 5, workload.Probes.ReadyFailures),
        StartupProbe = workload.Probes.Startup is { } longest ? Probe(workload.Probes.ReadyPath, workload.Probes.Port, period: 10, (int)(longest.Milliseconds / 10_000)) : null,
        Resources = WorkloadLowering.Requirements(workload.Resources),
        SecurityContext = Confined,
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts =
        [
            .. workload.Disk is { } disk ? [new VolumeMount { Name = DataVolume, MountPath = disk.Folder }] : Enumerable.Empty<VolumeMount>(),
            .. workload.Files.Select(files => new VolumeMount { Name = files.Volume, MountPath = files.Folder, ReadOnly = files.Source is SharedVolume ? null : true }),
            .. workload.Scratch.Select((folder, number) => new VolumeMount { Name = ScratchName(number), MountPath = folder }),
        ],
    };

    static Container Container(Sidecar sidecar) => new()
    {
        Name = sidecar.Name,
        Image = sidecar.Image,
        Args = sidecar.Arguments,
        Ports = Ports(sidecar.Ports),
        Resources = WorkloadLowering.Requirements(sidecar.Resources),
        SecurityContext = Confined,
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = sidecar.Mounts is [] ? null : [.. sidecar.Mounts.Select(mount => new VolumeMount { Name = mount.Volume, MountPath = mount.Folder, ReadOnly = true })],
    };

    static IEnumerable<string> Arguments(Workload workload)
    {
        var arguments = workload.Arguments.Concat(workload.ExtraArguments);
        return workload.Thanos is { } thanos
            ? [thanos.Command, .. arguments.Where(argument => !argument.IsOptional || thanos.Takes(argument)).Select(argument => argument.ToString())]
            : arguments.Select(argument => argument.ToString());
    }

    static SecurityContext Confined => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        Capabilities = new() { Drop = ["ALL"] },
    };

    static ContainerPort[]? Ports(IReadOnlyList<WorkloadPort> ports) => ports is []
        ? null
        : [.. ports.Select(port => new ContainerPort { Name = port.Name, Port = port.Number, Protocol = port.IsUdp ? "UDP" : null })];

    static ContainerProbe Probe(string? path, string port, int period, int failures) => new()
    {
        HttpGet = path is null ? null : new() { Path = path, Port = port },
        TcpSocket = path is null ? new() { Port = port } : null,
        PeriodSeconds = period,
        FailureThreshold = failures,
    };

    static Volume[]? Volumes(Workload workload)
    {
        Volume[] volumes =
        [
            .. workload.Files.Select(files => files.Source switch
            {
                ConfigMapFiles map => new Volume { Name = files.Volume, ConfigMap = new() { Name = map.Name } },
                SecretFiles secret => new Volume { Name = files.Volume, Secret = new() { SecretName = secret.Name } },
                SecretItem item => new Volume { Name = files.Volume, Secret = new() { SecretName = item.Name, Items = [new() { Key = item.Key, Path = item.File }] } },
                SharedVolume shared => new Volume { Name = files.Volume, PersistentVolumeClaim = new() { ClaimName = shared.Claim } },
                ConfigMapsTogether maps => new Volume { Name = files.Volume, Projected = new() { Sources = [.. maps.Names.Select(name => new VolumeProjection { ConfigMap = new() { Name = name, Optional = true } })] } },
                var source => throw new InvalidOperationException($"{source.GetType().Name} holds no files."),
            }),
            .. workload.Scratch.Select((_, number) => new Volume { Name = ScratchName(number), EmptyDir = new() }),
        ];
        return volumes.Length == 0 ? null : volumes;
    }

    static string ScratchName(int number) => FormattableString.Invariant($"scratch-{number}");

    static EnvVar Variable(EnvironmentValue value) => value switch
    {
        SecretValue secret => new() { Name = secret.Name, ValueFrom = new() { SecretKeyRef = new() { Name = secret.Secret, Key = secret.Key } } },
        ConfigMapValue map => new() { Name = map.Name, ValueFrom = new() { ConfigMapKeyRef = new() { Name = map.ConfigMap, Key = map.Key } } },
        FieldValue field => new() { Name = field.Name, ValueFrom = new() { FieldRef = new() { FieldPath = field.Path } } },
        PlainValue plain => new() { Name = plain.Name, Value = plain.Value },
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no kind of environment variable."),
    };

    // Preferred, not demanded: a hub with one zone still runs.
    static TopologySpreadConstraint Spread(string key, Workload workload) => new()
    {
        MaxSkew = 1,
        TopologyKey = key,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new() { MatchLabels = workload.Selector },
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
}
