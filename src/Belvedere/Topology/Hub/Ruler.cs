using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Thanos Rule: evaluates the rules of <see cref="Placement.Hub"/> over everything that the hub received, keeps their series
/// and uploads them.
/// </summary>
public sealed record Ruler : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public Ruler([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods. Default 2; each evaluates every rule, and duplicates are removed where they are read.</summary>
    public int? Replicas { get; init; }

    /// <summary>Time between two evaluations of a group that says nothing else (<c>--eval-interval</c>). Default 1 minute.</summary>
    public Duration? Interval { get; init; }

    /// <summary>How long series are kept on disk (<c>--tsdb.retention</c>). Default 2 days; at least 6 hours.</summary>
    public Duration? Retention { get; init; }

    /// <summary>
    /// How far in the past rules look (<c>--rule-query-offset</c>): samples of far clusters arrive late. Default 1 minute.
    /// </summary>
    public Duration? QueryOffset { get; init; }

    /// <summary>Rules of a group that are evaluated at a time (<c>--rule-concurrent-evaluation</c>). Default: Thanos' own, 1.</summary>
    public int? Concurrency { get; init; }

    /// <summary>The disk of each pod. Default 20 GiB.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>
    /// Labels of every series and alert of the Ruler, beside <c>rule_replica</c>. Not <c>cluster</c>: it would hide the cluster
    /// that an alert is about.
    /// </summary>
    public LabelSet ExternalLabels { get; init; } = LabelSet.Empty;

    /// <summary>
    /// Alertmanagers beside the hub's own, as <c>scheme://host:port</c>, with a DNS scheme before the host if need be:
    /// <c>http://dnssrv+_web._tcp.alertmanager-operated.monitoring.svc</c>.
    /// </summary>
    public IReadOnlyList<string> Alertmanagers { get; init; } = [];

    /// <summary>Where the links of alerts lead (<c>--alert.query-url</c>), for example to Grafana or the Query Frontend.</summary>
    public string? QueryUrl { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Ruler";
}
