using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Findings about what the model refers to.</summary>
static class BindingDiagnostics
{
    public static readonly DiagnosticDescriptor Duplicate = new("BLV1001", "Two elements have one name", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OverrideWithoutCluster = new("BLV1002", "An override names no cluster", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OverrideRenames = new("BLV1003", "An override changes a name", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UserCodeThrew = new("BLV1004", "Code in the model threw", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownPlatform = new("BLV1005", "A platform's version cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SeveralDeliveries = new("BLV7001", "One cluster has two deliveries", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoDelivery = new("BLV7010", "Clusters have no delivery", DiagnosticSeverity.Error);

    public static Diagnostic NobodyDelivers(Profile profile) => NoDelivery.On(
        profile, $"The clusters of {profile.Designation} are delivered by nobody: each delivery names the profiles of its own. Name the profile in one of them, or leave one without profiles for all others.");

    public static Diagnostic SameName(Element second, Element first) => Duplicate.On(
        second,
        $"There are two of {second.Designation}: another is at {Place(first)}. Names are unique in a topology; rename one of them.");

    public static Diagnostic NoClusterToOverride(Element @override, string name, IEnumerable<string> known) => OverrideWithoutCluster.On(
        @override,
        $"The {@override.Designation} fits no cluster: there is none named '{name}'.{Documents.NearestName.Suggestion(name, known)} Correct the name or remove the override.");

    public static Diagnostic Renamed(Element at, string element, string from, string to) => OverrideRenames.On(
        at,
        $"The override of {element} changes the name '{from}' to '{to}'. An override changes properties; use 'with' on what it is given and leave the name.");

    public static Diagnostic Threw(Element at, string what, Exception exception) => UserCodeThrew.On(
        at,
        $"The {what} of {at.Designation} threw {exception.GetType().Name}: {exception.Message.TrimEnd('.')}. Mend that code; nothing is written.");

    public static Diagnostic BadPlatform(Element element, string problem) => UnknownPlatform.On(
        element, $"The platform of {element.Designation} cannot be used: {problem}.", "Platform");

    public static Diagnostic TwoDeliveries(Delivery second, Delivery first) => SeveralDeliveries.On(
        second,
        $"{second.Designation} and {first.Designation} (at {Place(first)}) would both own every cluster and undo each other's changes. Keep one of them.");

    static string Place(Element element) => element.Location.IsKnown ? element.Location.ToString() : "a place that is not known";
}
