using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A sending queue holds at least one request, and its waits grow.</summary>
sealed class QueueCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1016", "A write queue contradicts itself", DiagnosticSeverity.Error)
    {
        Sources = ["Prometheus remote_write queue_config: capacity, max_samples_per_send, min_backoff, max_backoff"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        foreach (var (profile, at) in EffectiveProfile.All(subject))
        {
            var queue = profile.Queue;
            if (queue.Capacity < queue.MaxSamplesPerSend)
                yield return Descriptor.On(
                    at,
                    $"The write queue of {at.Designation} buffers {queue.Capacity} samples a connection and sends {queue.MaxSamplesPerSend} in a request, so no request is ever full. Set Capacity to some {queue.MaxSamplesPerSend * 5}, or lower MaxSamplesPerSend.",
                    nameof(WriteQueue.Capacity));
            if (queue.MaxBackoff < queue.MinBackoff)
                yield return Descriptor.On(
                    at,
                    $"The write queue of {at.Designation} waits at least {queue.MinBackoff} and at most {queue.MaxBackoff} before it sends again. Set MaxBackoff above MinBackoff.",
                    nameof(WriteQueue.MaxBackoff));
        }
    }
}
