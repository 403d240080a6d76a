using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Documents;

namespace Belvedere.Lowering;

/// <summary>
/// The user's adjustments, in their order. Each must fit exactly one object of its hub, or one in some base of its profile; bases
/// of other platforms may have no such object.
/// </summary>
static class AdjustmentLowering
{
    public static readonly DiagnosticDescriptor NothingToAdjust = new("BLV6001", "An adjustment fits no object", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AdjustmentMoves = new("BLV6002", "An adjustment changes an object's identity", DiagnosticSeverity.Error);

    public static List<Manifest> Apply(IReadOnlyList<Adjustment> adjustments, List<Manifest> manifests, DiagnosticBag found)
    {
        foreach (var adjustment in adjustments)
        {
            var fits = Enumerable.Range(0, manifests.Count)
                .Where(at => IsIn(manifests[at].Target, adjustment) && adjustment.Fits(manifests[at].Object))
                .DistinctBy(at => (manifests[at].Target as BaseTarget)?.Base, ReferenceEqualityComparer.Instance)
                .ToList();
            if (fits.Count == 0)
                found.Add(FitsNothing(adjustment, manifests.Where(manifest => IsIn(manifest.Target, adjustment))));
            foreach (var at in fits)
            {
                // A mistake in the change is the same on every base, and is told once.
                if (Adjusted(manifests[at], adjustment, found) is not { } adjusted)
                    break;
                manifests[at] = adjusted;
            }
        }

        return manifests;
    }

    static bool IsIn(Target target, Adjustment adjustment) => target switch
    {
        BaseTarget { Base.Profile.Authored: var authored } => ReferenceEquals(authored, adjustment.Profile),
        HubTarget { Regional: { } hub } => adjustment.Hub?.Name == hub.Name,
        _ => adjustment.Profile is null && adjustment.Hub is null,
    };

    static Manifest? Adjusted(Manifest manifest, Adjustment adjustment, DiagnosticBag found)
    {
        try
        {
            var changed = adjustment.Apply(manifest.Object);
            if (changed.Name == manifest.Object.Name && changed.Namespace == manifest.Object.Namespace)
                return manifest with { Object = changed };
            found.Add(Moves(adjustment));
        }
        catch (Exception exception)
        {
            found.Add(BindingDiagnostics.Threw(adjustment, "change", exception));
        }

        return null;
    }

    static Diagnostic FitsNothing(Adjustment adjustment, IEnumerable<Manifest> candidates)
    {
        var names = candidates.Where(candidate => candidate.Object.Kind == adjustment.Kind).Select(candidate => candidate.Object.Name ?? "").ToList();
        var remedy = names.Count == 0
            ? $"No {adjustment.Kind} is emitted {Where(adjustment)}."
            : NearestName.Suggestion(adjustment.Name, names).TrimStart();
        return NothingToAdjust.On(adjustment, $"The {adjustment.Designation} fits no object {Where(adjustment)}. {remedy} Correct the name or remove the adjustment.");
    }

    static Diagnostic Moves(Adjustment adjustment) => AdjustmentMoves.On(
        adjustment,
        $"The {adjustment.Designation} changes the object's name or namespace, and other objects refer to it by those. Use Also to add an object of your own.");

    static string Where(Adjustment adjustment) => adjustment switch
    {
        { Profile: { } profile } => $"in {profile.Designation}",
        { Hub: { } hub } => $"on {hub.Designation}",
        _ => "on the hub",
    };
}
