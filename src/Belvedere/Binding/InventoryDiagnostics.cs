using Belvedere.Diagnostics;
using Belvedere.Documents;

namespace Belvedere.Binding;

/// <summary>Findings about inventory files.</summary>
static class InventoryDiagnostics
{
    public static readonly DiagnosticDescriptor UnreadableInventory = new("BLV1020", "An inventory cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InventoryIsNotYaml = new("BLV1021", "An inventory is no YAML", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownInventoryKey = new("BLV1022", "An inventory has an unknown key", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongInventoryType = new("BLV1023", "A value of an inventory has the wrong type", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MissingInventoryKey = new("BLV1024", "An inventory lacks a key", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownInventoryName = new("BLV1025", "An inventory names something that the model lacks", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EmptyInventory = new("BLV1026", "An inventory holds no cluster", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BadInventoryPlatform = new("BLV1027", "An inventory names an unknown platform", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ClusterOutsideFleet = new("BLV1100", "A managed cluster is not in the fleet", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ClusterWithoutPlatform = new("BLV1101", "A managed cluster does not tell its platform", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownClusterState = new("BLV1102", "A cluster is in an unknown state", DiagnosticSeverity.Error);

    public static Diagnostic NotInFleet(SourceLocation at, string name, IEnumerable<string> profiles) => ClusterOutsideFleet.At(
        at,
        $"The managed cluster '{name}' has no label 'belvedere.dev/profile' and is left out: nothing collects on it. Give it the label, with one of {string.Join(", ", profiles.Order(StringComparer.Ordinal).Select(profile => $"'{profile}'"))}, or take it from the file.");

    public static Diagnostic NoPlatform(SourceLocation at, string name) => ClusterWithoutPlatform.At(
        at,
        $"The managed cluster '{name}' has neither the claim version.openshift.io nor kubeversion.open-cluster-management.io: it has not reported yet. List the clusters again once it has, or take it from the file.");

    public static Diagnostic UnknownState(SourceLocation at, string state, IEnumerable<string> known) => UnknownClusterState.At(
        at, $"There is no state '{state}' of a cluster.{NearestName.Suggestion(state, known)} Write one of {string.Join(", ", known)}.");

    public static Diagnostic Unreadable(Inventory inventory, string path, string problem) => UnreadableInventory.On(
        inventory, $"The inventory '{path}' cannot be read: {problem}. Correct the path, which starts at the project's folder, or add the file.");

    public static Diagnostic NotYaml(SourceLocation at, string message) => InventoryIsNotYaml.At(at, message);

    public static Diagnostic UnknownKey(SourceLocation at, string what, string key, IEnumerable<string> known) => UnknownInventoryKey.At(
        at, $"The key '{key}' is unknown in {what}.{NearestName.Suggestion(key, known)} Correct or remove it.");

    public static Diagnostic WrongType(SourceLocation at, string what, string expected, Node actual) => WrongInventoryType.At(
        at, $"{Capital(what)} must be {expected} and is {Describe(actual)}.{Quoting(expected, actual)}");

    public static Diagnostic MissingKey(SourceLocation at, string what, string key) => MissingInventoryKey.At(
        at, $"{what} has no '{key}'. Add it{(key is "name" or "clusters" ? "" : ", here or under 'defaults'")}.");

    public static Diagnostic UnknownName(SourceLocation at, string kind, string name, IEnumerable<string> known) => UnknownInventoryName.At(
        at, $"There is no {kind} '{name}'.{NearestName.Suggestion(name, known)} Correct the name, or pass the {kind} to Clusters.FromYaml.");

    public static Diagnostic UnknownHub(SourceLocation at, string name, IEnumerable<string> known) => UnknownInventoryName.At(
        at, $"There is no hub '{name}'.{NearestName.Suggestion(name, known)} Correct the name, or add the hub to RegionalHubs of the topology.");

    public static Diagnostic Empty(Inventory inventory, int files) => EmptyInventory.On(
        inventory,
        files == 0
            ? $"No file fits '{inventory.Path}', so there are no clusters. Correct the path, which starts at the project's folder."
            : $"The inventory '{inventory.Path}' holds no cluster. Add one under 'clusters', or use Clusters.None where that is meant.");

    public static Diagnostic BadPlatform(SourceLocation at, string text, string problem) => BadInventoryPlatform.At(
        at, $"The platform '{text}' cannot be used: {problem}.");

    static string Describe(Node node) => node switch
    {
        MapNode => "a map",
        ListNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "empty",
        ScalarNode { Kind: ScalarKind.Boolean, Text: var text } => $"the truth value {text}",
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float, Text: var text } => $"the number {text}",
        _ => "text",
    };

    static string Quoting(string expected, Node actual) =>
        expected == "text" && actual is ScalarNode { Kind: not (ScalarKind.Null or ScalarKind.String), Text: var text } ? $" Put it in quotes: \"{text}\"." : "";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
