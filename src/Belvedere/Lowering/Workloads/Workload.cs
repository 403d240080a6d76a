using Belvedere.Diagnostics;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Workloads;

/// <summary>
/// A component as its operator thinks of it: arguments, ports, files, disk, whom it calls. <see cref="WorkloadLowering"/> makes
/// the objects, so that every component gets the same care.
/// </summary>
sealed record Workload
{
    public required string Namespace { get; init; }

    /// <summary>The name of every object of it.</summary>
    public required string Name { get; init; }

    /// <summary>Label <c>app.kubernetes.io/name</c>: the program, for example <c>thanos-receive</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Label <c>app.kubernetes.io/component</c>: what the program does here, for example <c>ingestor</c>.</summary>
    public required string Component { get; init; }

    /// <summary>Labels that tell it from others of the same program and component: its hashring, its shard.</summary>
    public Map<string> Distinction { get; init; } = [];

    public required string Topology { get; init; }

    /// <summary>What the user wrote.</summary>
    public required Element Authored { get; init; }

    public required string Image { get; init; }

    public required Resources Resources { get; init; }

    /// <summary>The command of Thanos that it runs; null for another program.</summary>
    public ThanosProgram? Thanos { get; init; }

    /// <summary>The compiler's arguments.</summary>
    public required IReadOnlyList<Argument> Arguments { get; init; }

    /// <summary>The user's arguments beside those.</summary>
    public IReadOnlyList<Argument> ExtraArguments { get; init; } = [];

    public required int Replicas { get; init; }

    public required IReadOnlyList<WorkloadPort> Ports { get; init; }

    public required Probes Probes { get; init; }

    /// <summary>The user and group of the image where ids are set; null on OpenShift, which chooses its own and refuses ours.</summary>
    public required int? User { get; init; }

    public IReadOnlyList<MountedFiles> Files { get; init; } = [];

    public IReadOnlyList<EnvironmentValue> Environment { get; init; } = [];

    /// <summary>With a disk it is a StatefulSet.</summary>
    public Disk? Disk { get; init; }

    /// <summary>Whether pods are addressed by name though they have no disk: then it is a StatefulSet too.</summary>
    public bool HasStableNames { get; init; }

    /// <summary>Folders that are written and may be lost with the pod.</summary>
    public IReadOnlyList<string> Scratch { get; init; } = [];

    /// <summary>Containers beside the program's own.</summary>
    public IReadOnlyList<Sidecar> Sidecars { get; init; } = [];

    /// <summary>Annotations of the service account, by which clouds give pods an identity.</summary>
    public LabelSet AccountAnnotations { get; init; } = LabelSet.Empty;

    /// <summary>Whether the pods speak to the API server, and so get the service account's token.</summary>
    public bool UsesApiServer { get; init; }

    /// <summary>How long a pod may take to end (<c>terminationGracePeriodSeconds</c>).</summary>
    public required Duration Grace { get; init; }

    /// <summary>How long a new pod must be ready before the next is replaced (<c>minReadySeconds</c>).</summary>
    public Duration? MinReady { get; init; }

    /// <summary>Pods that may be evicted at a time; null where the component has a budget of its own over several workloads.</summary>
    public int? Evictable { get; init; } = 1;

    public required Scheduling Scheduling { get; init; }

    public IReadOnlyList<Call> Calls { get; init; } = [];

    public IReadOnlyList<Admission> Admits { get; init; } = [];

    /// <summary>Ports whose <c>/metrics</c> are scraped.</summary>
    public IReadOnlyList<string> Scraped { get; init; } = ["http"];

    /// <summary>The wave in which Argo CD applies the pods; see <see cref="Manifest.Wave"/>.</summary>
    public int Wave { get; init; }

    public bool IsStateful => Disk is not null || HasStableNames;

    public Origin Origin => Origin.Of(Authored);

    /// <summary>What a selector may rest on.</summary>
    public Map<string> Selector => [.. Labels.Selector(Program, Component), .. Distinction];

    /// <summary>The labels of its objects.</summary>
    public Map<string> ObjectLabels => [.. Labels.Of(Program, Component, Topology), .. Distinction];

    /// <summary>The same as network policies see it.</summary>
    public NetworkPeer Peer => new()
    {
        Name = Name,
        PodSelector = Selector,
        Ports = [.. Ports, .. Sidecars.SelectMany(sidecar => sidecar.Ports)],
        Calls = Calls,
        Admits = Admits,
        Origin = Origin,
    };
}

/// <summary>A port by the name that Services and probes use.</summary>
sealed record WorkloadPort(string Name, int Number, bool IsUdp = false);

/// <summary>A container that serves the program's own.</summary>
sealed record Sidecar
{
    public required string Name { get; init; }

    public required string Image { get; init; }

    public required Resources Resources { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public IReadOnlyList<WorkloadPort> Ports { get; init; } = [];

    /// <summary>Volumes of the pod that it reads, with the folder in it.</summary>
    public IReadOnlyList<(string Volume, string Folder)> Mounts { get; init; } = [];
}

/// <summary>Files that appear in a folder.</summary>
/// <param name="Volume">The volume's name.</param>
/// <param name="Folder">Where the files appear.</param>
/// <param name="Source">What holds them.</param>
/// <param name="Checksum">
/// The files' content where a change must restart the pods; null where the program reads them again, or where only the cluster
/// knows them.
/// </param>
sealed record MountedFiles(string Volume, string Folder, FileSource Source, string? Checksum);

/// <summary>What holds files.</summary>
abstract record FileSource;

/// <summary>A ConfigMap.</summary>
sealed record ConfigMapFiles(string Name) : FileSource;

/// <summary>A Secret.</summary>
sealed record SecretFiles(string Name) : FileSource;

/// <summary>One key of a Secret, under a name of its own.</summary>
sealed record SecretItem(string Name, string Key, string File) : FileSource;

/// <summary>A volume that pods share and write to.</summary>
sealed record SharedVolume(string Claim) : FileSource;

/// <summary>Several ConfigMaps in one folder. One that is not there is left out: it may belong to another application.</summary>
sealed record ConfigMapsTogether(IReadOnlyList<string> Names) : FileSource;

/// <summary>An environment variable.</summary>
abstract record EnvironmentValue(string Name);

/// <summary>One whose value a Secret holds.</summary>
sealed record SecretValue(string Name, string Secret, string Key) : EnvironmentValue(Name);

/// <summary>One whose value a ConfigMap holds.</summary>
sealed record ConfigMapValue(string Name, string ConfigMap, string Key) : EnvironmentValue(Name);

/// <summary>One that a field of the pod gives.</summary>
sealed record FieldValue(string Name, string Path) : EnvironmentValue(Name);

/// <summary>One whose value is known.</summary>
sealed record PlainValue(string Name, string Value) : EnvironmentValue(Name);

/// <summary>A disk for each pod.</summary>
sealed record Disk(string Folder, ByteSize Size, string? StorageClass);

/// <summary>How it is seen that a pod is ready and alive: by HTTP, or by a connection where the paths are null.</summary>
/// <param name="Port">The port's name.</param>
/// <param name="ReadyFailures">Times that readiness may fail, five seconds apart.</param>
/// <param name="LiveFailures">Times that liveness may fail, thirty seconds apart.</param>
/// <param name="Startup">How long a start may take; null: no longer than readiness allows.</param>
/// <param name="ReadyPath">The path that tells readiness.</param>
/// <param name="LivePath">The path that tells liveness.</param>
sealed record Probes(string Port, int ReadyFailures, int LiveFailures, Duration? Startup = null, string? ReadyPath = "/-/ready", string? LivePath = "/-/healthy");
