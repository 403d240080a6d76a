using System.Text.RegularExpressions;
using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Names, labels and sizes are what the API server takes, and every namespaced object says its namespace.</summary>
sealed partial class NamesAndLabels : SiteJudgement
{
    /// <summary>Kinds without a namespace, of those that a topology of ours may hold.</summary>
    static readonly HashSet<string> ClusterScoped = new(StringComparer.Ordinal)
    {
        "Namespace", "ClusterRole", "ClusterRoleBinding", "PriorityClass", "CustomResourceDefinition", "AddOnTemplate", "ClusterManagementAddOn", "StorageClass", "ClusterIssuer", "ManagedCluster", "ManagedClusterSet",
    };

    /// <summary>Kinds whose names become host names or label values.</summary>
    static readonly HashSet<string> Short = new(StringComparer.Ordinal) { "Namespace", "Service", "StatefulSet", "Placement", "ManagedClusterSetBinding", "Application" };

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => site.Resources.SelectMany(made => Judge(made).Select(problem => (made.ToString(), problem)));

    static IEnumerable<string> Judge(Resource made)
    {
        if (made.ApiVersion.Length == 0 || made.Kind.Length == 0)
            yield return "it has no kind.";
        if (!Subdomain().IsMatch(made.Name) || made.Name.Length > 253)
            yield return "its name is no DNS name.";
        if (Short.Contains(made.Kind) && (made.Name.Length > 63 || made.Name.Contains('.', StringComparison.Ordinal)))
            yield return "its name is longer than a label may be, or has a dot.";
        // The pods' names, and with them a hash in a label of theirs, come of it.
        if (made.Kind is "StatefulSet" or "Prometheus" or "Alertmanager" or "PrometheusAgent" or "MonitoringStack" && made.Name.Length > 52)
            yield return "its name leaves no room for the hash that is put to it.";
        if (ClusterScoped.Contains(made.Kind) != (made.Namespace.Length == 0))
            yield return made.Namespace.Length == 0 ? "it says no namespace." : "its kind has no namespace.";
        if (made.Tree["status"].Exists || made.Tree.At("metadata", "creationTimestamp").Exists)
            yield return "it holds what only the cluster may write.";

        foreach (var labels in (IEnumerable<Node>)[made.Tree.At("metadata", "labels"), made.Group == "apps" ? made.Spec.At("template", "metadata", "labels") : Node.Missing, made.Spec.At("selector", "matchLabels")])
            foreach (var entry in labels.Entries)
                if (!entry.Value.IsString || !LabelValue().IsMatch(entry.Value.Text ?? "") || entry.Value.Text!.Length > 63)
                    yield return $"'{entry.Value}' is no value of label '{entry.Key}'.";
                else if (!LabelKey().IsMatch(entry.Key) || entry.Key[(entry.Key.IndexOf('/', StringComparison.Ordinal) + 1)..].Length > 63)
                    yield return $"'{entry.Key}' is no name of a label.";
        foreach (var entry in made.Tree.At("metadata", "annotations").Entries.Concat(made.Kind == "ConfigMap" ? made.Tree["data"].Entries : []).Where(entry => !entry.Value.IsString))
            yield return $"the value of '{entry.Key}' is no string.";
        if (made.Kind == "ConfigMap" && made.Tree["data"].Entries.Sum(entry => entry.Key.Length + System.Text.Encoding.UTF8.GetByteCount(entry.Value.Text ?? "")) > 1 << 20)
            yield return "it is larger than a ConfigMap may be.";
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Subdomain();

    [GeneratedRegex(@"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelValue();

    [GeneratedRegex(@"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelKey();
}
