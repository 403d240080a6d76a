using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Alertmanager, as the Prometheus operator runs it. On OpenShift it is one of the Cluster Observability Operator
/// (<c>monitoring.rhobs</c>): no other operator there would take it.
/// </summary>
public sealed record AlertmanagerCluster : HubComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public AlertmanagerCluster([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods. Default 3; they agree on who notifies, and each must get every alert.</summary>
    public int? Replicas { get; init; }

    /// <summary>How long notifications and silences are remembered (<c>retention</c>). Default 5 days.</summary>
    public Duration? Retention { get; init; }

    /// <summary>The disk of each pod. Default 10 GiB.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Where its links lead (<c>externalUrl</c>).</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>Who is notified; the first match of its routes, or its own receiver. Without one nobody is.</summary>
    public AlertRoute? Route { get; init; }

    /// <summary>Alerts that are not sent while another fires.</summary>
    public IReadOnlyList<AlertInhibition> Inhibitions { get; init; } = [];

    /// <summary>
    /// A service outside that must hear from the hub at all times, and calls somebody when it does not. It gets the alerts
    /// whose names end in <c>DeadMansSwitch</c>.
    /// </summary>
    public DeadMansSwitch? DeadMansSwitch { get; init; }

    /// <summary>How managed clusters reach each replica; not at all by default.</summary>
    public AlertmanagerExposure? Exposure { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Alertmanager";
}

/// <summary>A service that expects to hear from the hub.</summary>
public sealed record DeadMansSwitch
{
    /// <summary>Names the Secret with the service's URL.</summary>
    /// <param name="url">The Secret.</param>
    public DeadMansSwitch(SecretReference url) => Url = url;

    /// <summary>The Secret with the URL.</summary>
    public SecretReference Url { get; init; }

    /// <summary>The key in the Secret. Default <c>url</c>.</summary>
    public string? Key { get; init; }

    /// <summary>How often it hears (<c>repeatInterval</c>); shorter than the service waits. Default 1 minute.</summary>
    public Duration? Interval { get; init; }
}

/// <summary>
/// A name and an address for each replica: who sends alerts must send them to every one. TLS ends before each, clients show a
/// certificate, and only alerts may be posted: nobody silences anything from outside.
/// </summary>
public sealed record AlertmanagerExposure
{
    /// <summary>Names the domain.</summary>
    /// <param name="domain">The replicas are <c>alertmanager-0.&lt;domain&gt;</c> and on.</param>
    public AlertmanagerExposure(string domain) => Domain = domain;

    /// <summary>The domain.</summary>
    public string Domain { get; init; }

    /// <summary>The serving certificate of all replicas. Default: the Secret <c>alertmanager-server-tls</c>.</summary>
    public CertificateSource? ServerCertificate { get; init; }

    /// <summary>The Secret and key of the authorities of clients. Default: <c>ca.crt</c> of the serving certificate's Secret.</summary>
    public AuthoritySecret? ClientAuthority { get; init; }

    /// <summary>The image of the proxy before each replica. Default: a release of kube-rbac-proxy.</summary>
    public string? ProxyImage { get; init; }
}
