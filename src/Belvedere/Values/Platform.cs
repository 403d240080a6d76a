namespace Belvedere;

/// <summary>What a cluster runs on, and so who already monitors it there.</summary>
public enum PlatformKind
{
    /// <summary>A Kubernetes distribution without a monitoring operator of its own.</summary>
    Kubernetes = 1,

    /// <summary>OpenShift Container Platform, run by its owners: they own the monitoring ConfigMaps.</summary>
    OpenShift,

    /// <summary>OpenShift Dedicated, run by Red Hat: the platform's monitoring ConfigMap belongs to the service.</summary>
    OpenShiftDedicated,

    /// <summary>Red Hat OpenShift Service on AWS: as OpenShift Dedicated.</summary>
    Rosa,
}

/// <summary>
/// A cluster's platform and release line. It decides which kinds the cluster serves, which operators reconcile them where,
/// and which settings and metrics exist.
/// </summary>
public sealed record Platform
{
    Platform(PlatformKind kind, string version)
    {
        Kind = kind;
        if (MinorVersion.TryParse(version, out var parsed))
            Version = parsed;
        else
            Problem = $"'{version}' is not a version of {Name(kind)}; write the release line, for example {Example(kind)}";
    }

    /// <summary>The kind of platform.</summary>
    public PlatformKind Kind { get; }

    /// <summary>The release line; <c>0.0</c> when the text was no version (see <see cref="Problem"/>).</summary>
    public MinorVersion Version { get; }

    /// <summary>What is wrong with the version's text, as a clause for a message; null when nothing is.</summary>
    public string? Problem { get; }

    /// <summary>
    /// The release line of the Cluster Observability Operator (<c>monitoring.rhobs</c>) that the cluster has, independent of
    /// the platform's own. Null: none is declared.
    /// </summary>
    public MinorVersion? ObservabilityOperator { get; init; }

    /// <summary>
    /// Whether the control plane runs elsewhere (hosted control planes). Then etcd, the API server and their recording rules
    /// are not seen from the cluster. Default: false.
    /// </summary>
    public bool HostedControlPlane { get; init; }

    /// <summary>Whether the Cluster Monitoring Operator is there: on every kind but <see cref="PlatformKind.Kubernetes"/>.</summary>
    public bool IsOpenShift => Kind != PlatformKind.Kubernetes;

    /// <summary>Whether the platform's ConfigMap <c>cluster-monitoring-config</c> belongs to the service, not to the user.</summary>
    public bool IsManagedService => Kind is PlatformKind.OpenShiftDedicated or PlatformKind.Rosa;

    /// <summary>Kubernetes, for example <c>Platform.Kubernetes("1.33")</c>. A patch and a leading <c>v</c> are allowed and left out.</summary>
    public static Platform Kubernetes(string version) => new(PlatformKind.Kubernetes, version);

    /// <summary>OpenShift Container Platform, for example <c>Platform.OpenShift("4.18")</c>.</summary>
    public static Platform OpenShift(string version) => new(PlatformKind.OpenShift, version);

    /// <summary>OpenShift Dedicated, for example <c>Platform.OpenShiftDedicated("4.18")</c>.</summary>
    public static Platform OpenShiftDedicated(string version) => new(PlatformKind.OpenShiftDedicated, version);

    /// <summary>Red Hat OpenShift Service on AWS, for example <c>Platform.Rosa("4.18")</c>.</summary>
    public static Platform Rosa(string version) => new(PlatformKind.Rosa, version);

    /// <summary>The platform as messages name it, for example <c>OpenShift 4.18</c>.</summary>
    public override string ToString() => $"{Name(Kind)} {Version}";

    static string Name(PlatformKind kind) => kind switch
    {
        PlatformKind.Kubernetes => "Kubernetes",
        PlatformKind.OpenShift => "OpenShift",
        PlatformKind.OpenShiftDedicated => "OpenShift Dedicated",
        _ => "ROSA",
    };

    static string Example(PlatformKind kind) => kind == PlatformKind.Kubernetes ? "1.33" : "4.18";
}
