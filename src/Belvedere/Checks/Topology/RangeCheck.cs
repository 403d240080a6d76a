using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Numbers, durations and sizes of the model are within what their users take.</summary>
sealed class RangeCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1014", "A value is out of range", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --tsdb.retention", "thanos query --query.timeout", "Prometheus CRD: scrapeInterval, retention, replicas, queueConfig"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        IEnumerable<Diagnostic?> judged =
        [
            .. subject.Hub?.Receive is { } receive ? OfReceive(receive) : [],
            .. subject.Hub?.Querier is { } querier ? OfQuerier(querier) : [],
            .. EffectiveProfile.All(subject).SelectMany(entry => OfProfile(entry.Profile, entry.At)),
            .. subject.Rules.OfType<WrittenRules>().Select(rules => OfGroup(rules.Group)),
        ];
        return judged.OfType<Diagnostic>();
    }

    IEnumerable<Diagnostic?> OfReceive(BoundReceive receive) =>
    [
        AtLeast(receive.Authored, nameof(Receive.Ingestors), receive.Ingestors, 1),
        AtLeast(receive.Authored, nameof(Receive.Routers), receive.Routers, 1),
        AtLeast(receive.Authored, nameof(Receive.ReplicationFactor), receive.ReplicationFactor, 1),
        // A head block spans two hours and is compacted after three; less loses samples before they are uploaded.
        AtLeast(receive.Authored, nameof(Receive.Retention), receive.Retention, 6.Hours),
        AtLeast(receive.Authored, nameof(Receive.OutOfOrderWindow), receive.OutOfOrderWindow, 0.Seconds),
        AtLeast(receive.Authored, nameof(Receive.Volume), receive.Volume, 1.GiB),
    ];

    IEnumerable<Diagnostic?> OfQuerier(BoundQuerier querier) =>
    [
        AtLeast(querier.Authored, nameof(Querier.Replicas), querier.Replicas, 1),
        AtLeast(querier.Authored, nameof(Querier.Timeout), querier.Timeout, 1.Seconds),
        AtLeast(querier.Authored, nameof(Querier.MaxConcurrent), querier.MaxConcurrent, 1),
    ];

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

    Diagnostic? AtLeast<T>(Element element, string property, T value, T least) where T : IComparable<T> => value.CompareTo(least) < 0
        ? Descriptor.On(element, $"{property} of {element.Designation} is {value}; it must be at least {least}.", property)
        : null;
}
