using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>What a kind of managed cluster runs. Clusters of one profile share one base in the output.</summary>
public sealed record Profile : Element
{
    /// <summary>Names the profile.</summary>
    /// <param name="name">A DNS label; it names the folder <c>base/&lt;profile&gt;</c>.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Profile(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The profile with every default, named <c>standard</c>.</summary>
    public static Profile Default { get; } = new("standard");

    /// <summary>The profile's name.</summary>
    public string Name { get; }

    /// <summary>The namespace of everything on the managed cluster. Default <c>belvedere-metrics</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>The hub that its clusters write to where they say nothing else; the only one where there is one.</summary>
    public Hub? Hub { get; init; }

    /// <summary>
    /// A hub that gets a copy of all that its clusters send, so that it can take over at once: each cluster then sends twice, with
    /// a queue for each hub, and one that is down does not hold up the other. None by default.
    /// </summary>
    public Hub? SecondHub { get; init; }

    /// <summary>How the samples reach the hub. Default: everything by <c>remote_write</c>.</summary>
    public Collection? Collection { get; init; }

    /// <summary>
    /// Whether a Prometheus evaluates rules and keeps samples, or an agent only scrapes and sends. Default on Kubernetes:
    /// <see cref="CollectorKind.Prometheus"/>; with the Cluster Observability Operator: an agent, unless there are local rules.
    /// </summary>
    public CollectorKind? Collector { get; init; }

    /// <summary>What collects on OpenShift clusters of this profile. Default: <see cref="ObservabilityOperator"/>.</summary>
    public OpenShiftCollection? OpenShift { get; init; }

    /// <summary>Time between two scrapes of a target (<c>scrapeInterval</c>). Default 30 seconds.</summary>
    public Duration? ScrapeInterval { get; init; }

    /// <summary>How long the cluster's own Prometheus keeps samples (<c>retention</c>). Default 2 days.</summary>
    public Duration? Retention { get; init; }

    /// <summary>Prometheus replicas. Default 1; a second one doubles what is sent, and the hub removes the duplicates.</summary>
    public int? Replicas { get; init; }

    /// <summary>The disk of each replica; none by default: samples then live as long as the pod.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>What each replica asks for. Default 100 millicores and 512 MiB.</summary>
    public Resources? Resources { get; init; }

    /// <summary>
    /// Labels that a ServiceMonitor, PodMonitor or Probe must have to be scraped by this Prometheus. By default none: all
    /// monitors of the cluster are scraped.
    /// </summary>
    public LabelSet MonitorLabels { get; init; } = LabelSet.Empty;

    /// <summary>The rules that these clusters evaluate; the topology's when null, none when empty.</summary>
    public IReadOnlyList<RuleSource>? Rules { get; init; }

    /// <summary>Labels on every series that these clusters send, beside <c>cluster</c>.</summary>
    public LabelSet ExternalLabels { get; init; } = LabelSet.Empty;

    /// <summary>
    /// The Secret on the managed cluster with its client certificate (<c>tls.crt</c>, <c>tls.key</c>) and the authority of the
    /// hub's certificate (<c>ca.crt</c>). Default <c>hub-remote-write</c>.
    /// </summary>
    public SecretReference? ClientCertificate { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"profile '{Name}'";
}
