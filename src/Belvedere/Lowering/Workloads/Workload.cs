namespace Belvedere.Lowering.Workloads;

/// <summary>
/// A component as its operator thinks of it: arguments, ports, files, disk. <see cref="WorkloadLowering"/> makes the objects,
/// so that every component gets the same care.
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

    public required string Topology { get; init; }

    public required Origin Origin { get; init; }

    public required string Image { get; init; }

    public required Resources Resources { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required int Replicas { get; init; }

    public required IReadOnlyList<WorkloadPort> Ports { get; init; }

    public required Probes Probes { get; init; }

    /// <summary>Whether ids of users and groups are set: OpenShift chooses its own and refuses ours.</summary>
    public required bool FixedUser { get; init; }

    public IReadOnlyList<MountedFiles> Files { get; init; } = [];

    public IReadOnlyList<EnvironmentValue> Environment { get; init; } = [];

    /// <summary>With a disk it is a StatefulSet, without a Deployment.</summary>
    public Disk? Disk { get; init; }

    /// <summary>Folders that are written and may be lost with the pod.</summary>
    public IReadOnlyList<string> Scratch { get; init; } = [];

    /// <summary>How long a pod may take to end (<c>terminationGracePeriodSeconds</c>).</summary>
    public required Duration Grace { get; init; }

    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    public string? PriorityClass { get; init; }
}

/// <summary>A port by the name that Services and probes use.</summary>
sealed record WorkloadPort(string Name, int Number);

/// <summary>Files from a ConfigMap or a Secret, mounted read-only at a folder.</summary>
/// <param name="Volume">The volume's name.</param>
/// <param name="Folder">Where the files appear.</param>
/// <param name="Source">What holds them.</param>
/// <param name="Checksum">
/// The files' content where a change must restart the pods; null where the program reads them again, or where only the cluster
/// knows them.
/// </param>
sealed record MountedFiles(string Volume, string Folder, FileSource Source, string? Checksum);

/// <summary>What holds files.</summary>
abstract record FileSource(string Name);

/// <summary>A ConfigMap.</summary>
sealed record ConfigMapFiles(string Name) : FileSource(Name);

/// <summary>A Secret.</summary>
sealed record SecretFiles(string Name) : FileSource(Name);

/// <summary>An environment variable.</summary>
abstract record EnvironmentValue(string Name);

/// <summary>One whose value a Secret holds.</summary>
sealed record SecretValue(string Name, string Secret, string Key) : EnvironmentValue(Name);

/// <summary>One that a field of the pod gives.</summary>
sealed record FieldValue(string Name, string Path) : EnvironmentValue(Name);

/// <summary>A disk for each pod.</summary>
sealed record Disk(string Folder, ByteSize Size, string? StorageClass);

/// <summary>Probes of Thanos' HTTP server: how often readiness and liveness may fail, and how long a start may take.</summary>
sealed record Probes(string Port, int ReadyFailures, int LiveFailures, Duration? Startup = null);
