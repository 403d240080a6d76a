using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>What clusters send in one request is within what Receive takes: it answers 413 else, and the samples are lost.</summary>
sealed class WriteLimitCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1059", "Requests of a cluster are larger than Receive takes", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive: limits, samples_limit", "remote_write queue_config: max_samples_per_send"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive?.Authored.Limits is not { } limits)
            yield break;

        var least = limits.Tenants.Values.Append(limits.Default)
            .SelectMany(tenant => new[] { tenant.RequestSamples, tenant.RequestSeries })
            .OfType<int>()
            .Where(limit => limit > 0)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        foreach (var (profile, at) in EffectiveProfile.Of(topology, hub))
            if (profile.Queue.MaxSamplesPerSend > least)
                yield return Descriptor.On(
                    at,
                    $"Requests of {at.Designation} hold up to {profile.Queue.MaxSamplesPerSend} samples and Receive takes {least}; the rest is refused with 413 and lost. Lower MaxSamplesPerSend or raise the limit.",
                    nameof(WriteQueue.MaxSamplesPerSend));
    }
}
