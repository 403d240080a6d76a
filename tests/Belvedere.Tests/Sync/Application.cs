using System.Text.Json.Nodes;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.Sync;

/// <summary>An Application, written or made by an ApplicationSet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">The folder that it renders.</param>
/// <param name="Cluster">The cluster that it syncs to; null for the hub's own.</param>
/// <param name="Namespace">The namespace of its destination.</param>
/// <param name="Options">Its <c>syncOptions</c>.</param>
sealed record Application(string Name, string Folder, string? Cluster, string Namespace, IReadOnlyList<string> Options)
{
    public bool PrunesLast => Options.Contains("PruneLast=true");

    public bool CreatesNamespace => Options.Contains("CreateNamespace=true");

    /// <summary>The applications of an output: those of the hub's areas, and of the clusters that the ApplicationSets find.</summary>
    public static IReadOnlyList<Application> Of(Rendered output)
    {
        var objects = output.Objects("hub/argocd");
        return
        [
            .. objects.Where(made => made.Kind() == "Application").Select(made => new Application(
                made.Name(),
                (string)made["spec"]!["source"]!["path"]!,
                null,
                (string)made["spec"]!["destination"]!["namespace"]!,
                OptionsOf(made["spec"]!))),
            .. from made in objects
               where made.Kind() == "ApplicationSet"
               from path in output.Paths
               where path.StartsWith("clusters/", StringComparison.Ordinal) && path.EndsWith("/cluster.json", StringComparison.Ordinal)
               let parameters = JsonNode.Parse(output.Text(path))!.AsObject()
               where IsSelected(made["spec"]!["generators"]![0]!["selector"]!, parameters)
               select new Application(
                   Filled((string)made["spec"]!["template"]!["metadata"]!["name"]!, parameters),
                   path[..^"/cluster.json".Length],
                   (string)parameters["cluster"]!,
                   (string)parameters["namespace"]!,
                   OptionsOf(made["spec"]!["template"]!["spec"]!)),
        ];
    }

    /// <summary>Whether an ApplicationSet of the output removes the Application of a cluster that is gone, and with it the cluster's objects.</summary>
    public static bool RemovesWhatIsGone(Rendered output) => output.Objects("hub/argocd").Where(made => made.Kind() == "ApplicationSet").Any(made =>
        (string?)made["spec"]!["syncPolicy"]?["applicationsSync"] is not ("create-update" or "create-only") && (bool?)made["spec"]!["syncPolicy"]?["preserveResourcesOnDeletion"] is not true);

    static string[] OptionsOf(JsonNode spec) => [.. (spec["syncPolicy"]?["syncOptions"]?.AsArray() ?? []).Select(option => (string)option!)];

    static bool IsSelected(JsonNode selector, JsonObject parameters) =>
        (selector["matchLabels"]?.AsObject() ?? []).All(label => (string?)parameters[label.Key] == (string?)label.Value)
        && (selector["matchExpressions"]?.AsArray() ?? []).All(expression =>
            expression!["values"]!.AsArray().Any(value => (string?)value == (string?)parameters[(string)expression["key"]!]) == ((string?)expression["operator"] == "In"));

    static string Filled(string template, JsonObject parameters) =>
        parameters.Aggregate(template, (text, parameter) => text.Replace("{{." + parameter.Key + "}}", parameter.Value!.ToString(), StringComparison.Ordinal));
}
