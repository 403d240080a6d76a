using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Numbers, durations and sizes of the model are within what their users take.</summary>
sealed class RangeCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1014", "A value is out of range", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --tsdb.retention", "thanos query --query.timeout", "Kubernetes PriorityClass value", "Prometheus CRD: scrapeInterval, retention, replicas, queueConfig"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        IEnumerable<Diagnostic?> judged =
        [
            .. subject.Hubs.SelectMany(hub => HubRanges.Judge(hub, this)),
            .. EffectiveProfile.All(subject).SelectMany(entry => OfProfile(entry.Profile, entry.At)),
            .. subject.Rules.OfType<WrittenRules>().Select(rules => OfGroup(rules.Group)),
        ];
        return judged.OfType<Diagnostic>();
    }

    IEnumerable<Diagnostic?> OfProfile(BoundProfile profile, Element at) =>
    [
        AtLeast(at, nameof(Profile.ScrapeInterval), profile.ScrapeInterval, 1.Seconds),
        AtLeast(at, nameof(Profile.Retention), profile.Retention, 2.Hours),
        AtLeast(at, nameof(Profile.Replicas), profile.Replicas, 1),
        profile.Volume is { } volume ? AtLeast(at, nameof(Profile.Volume), volume, 1.GiB) : null,
        AtLeast(at, nameof(WriteQueue.MaxShards), profile.Queue.MaxShards, 1),
        AtLeast(at, nameof(WriteQueue.MaxSamplesPerSend), profile.Queue.MaxSamplesPerSend, 1),
        AtLeast(at, nameof(WriteQueue.MinBackoff), profile.Queue.MinBackoff, 1.Milliseconds),
    ];

    Diagnostic? OfGroup(RuleGroup group) => group.Interval is { } interval ? AtLeast(group, nameof(RuleGroup.Interval), interval, 1.Seconds) : null;

    /// <summary>A finding when a value is below the least.</summary>
    public Diagnostic? AtLeast<T>(Element element, string property, T value, T least) where T : IComparable<T> => value.CompareTo(least) < 0
        ? Descriptor.On(element, $"{property} of {element.Designation} is {value}; it must be at least {least}.", property)
        : null;

    /// <summary>A finding when a value that may be left out is below the least.</summary>
    public Diagnostic? AtLeast<T>(Element element, string property, T? value, T least) where T : struct, IComparable<T> =>
        value is { } given ? AtLeast(element, property, given, least) : null;

    /// <summary>A finding when a value is above the most.</summary>
    public Diagnostic? AtMost<T>(Element element, string property, T value, T most) where T : IComparable<T> => value.CompareTo(most) > 0
        ? Descriptor.On(element, $"{property} of {element.Designation} is {value}; it must be at most {most}.", property)
        : null;
}
