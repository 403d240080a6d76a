using System.Globalization;
using Belvedere.Diagnostics;
using Belvedere.Kubernetes;
using Belvedere.Lowering;
using Belvedere.Lowering.Hub;

namespace Belvedere.Checks.Manifests;

/// <summary>No drain of nodes takes so many ingestors of a ring at a time that writes no longer count.</summary>
sealed class QuorumCheck : Check<ManifestSet>
{
    const string Factor = "--receive.replication-factor=";

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6021", "Evictions may stop writes", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive: write quorum", "Kubernetes PodDisruptionBudget"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) => HubObjects.Of(subject).SelectMany(Judge);

    IEnumerable<Diagnostic> Judge(HubObjects objects)
    {
        if (ReplicationFactor(objects) is not { } factor)
            yield break;

        var rings = objects.OfKind<StatefulSet>()
            .Select(set => (Set: set, Labels: set.Spec?.Template?.Metadata?.Labels))
            .Where(set => set.Labels?.ContainsKey(ReceiveLowering.HashringLabel) is true)
            .GroupBy(set => set.Labels![ReceiveLowering.HashringLabel], StringComparer.Ordinal);
        foreach (var ring in rings)
        {
            var budgets = objects.All.Where(manifest => manifest.Object is PodDisruptionBudget budget && ring.Any(set => HubObjects.Takes(budget.Spec?.Selector, set.Labels))).ToList();
            var pods = ring.Sum(set => set.Set.Spec?.Replicas ?? 1);
            if (pods > 1 && budgets.Count == 0)
                yield return Finding(objects.All.First(manifest => ReferenceEquals(manifest.Object, ring.First().Set)), $"The hashring '{ring.Key}' has no PodDisruptionBudget, so a drain may take all of its {pods} ingestors at a time. Keep the one that the compiler makes.");

            var evictable = budgets.Sum(manifest => Evictable(((PodDisruptionBudget)manifest.Object).Spec));
            if (evictable > Quorum.Spare(factor))
                yield return Finding(budgets[0], $"Evictions may take {evictable} ingestors of the hashring '{ring.Key}' at a time, and with {factor} copies of each sample writes stop when more than {Quorum.Spare(factor)} are away. Allow {Quorum.Spare(factor)}, over all budgets of the ring together.");
        }
    }

    // A share is some number of pods that nobody here knows: as if it were all.
    static int Evictable(PodDisruptionBudgetSpec? spec) =>
        int.TryParse(spec?.MaxUnavailable?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1000;

    static int? ReplicationFactor(HubObjects objects) => objects.Pods
        .SelectMany(pod => pod.Template.Spec?.Containers ?? [])
        .SelectMany(container => container.Args ?? [])
        .Where(argument => argument.StartsWith(Factor, StringComparison.Ordinal))
        .Select(argument => int.TryParse(argument.AsSpan(Factor.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
        .FirstOrDefault();

    Diagnostic Finding(Manifest manifest, string message) => Descriptor.At(manifest.Origin.Location, message) with { Element = manifest.Origin.Designation };
}
