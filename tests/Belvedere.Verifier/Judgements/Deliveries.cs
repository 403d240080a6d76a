using System.Text.RegularExpressions;
using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Every unit of the repository is applied by exactly one application, add-on or subscription, which names paths, kinds, places and parameters that are there.</summary>
sealed partial class Deliveries : Judgement
{
    public override IEnumerable<Finding> Judge(Estate estate) => estate.Hubs.SelectMany(hub => Judge(estate, hub));

    IEnumerable<Finding> Judge(Estate estate, Site hub)
    {
        var applications = hub.OfKind("Application", "argoproj.io").Select(made => Written(estate, hub, made)).ToList();
        foreach (var set in hub.OfKind("ApplicationSet", "argoproj.io"))
        {
            foreach (var problem in JudgeSet(set))
                yield return Found(hub, set, problem);
            applications.AddRange(Generated(estate, set));
        }

        foreach (var problem in applications.SelectMany(application => Judge(estate, hub, application).Select(problem => (application.Maker, problem))))
            yield return Found(hub, problem.Maker, problem.problem);
        foreach (var twice in applications.GroupBy(application => application.Name).Where(same => same.Skip(1).Any()))
            yield return Found(hub, twice.First().Maker, $"application '{twice.Key}' is there twice.");
        foreach (var twice in applications.Where(application => application.Folder is not null).GroupBy(application => application.Folder).Where(same => same.Skip(1).Any()))
            yield return Found(hub, twice.First().Maker, $"'{twice.Key}' is applied by {twice.Count()} applications.");
        // The first application is applied by hand, from the folder that nothing else applies.
        if (applications.Count > 0)
            foreach (var folder in estate.Hubs.SelectMany(one => one.Resources).Select(made => made.Unit).Distinct().Except(applications.Select(application => application.Folder)).Where(folder => folder != $"{hub.Name}/bootstrap"))
                yield return new(Name, hub.Name, folder!, "no application applies it.");
        if (hub.OfKind("ApplicationSet", "argoproj.io").Any() || applications.Count > 0)
            foreach (var site in estate.Sites.Where(site => site.Kind == SiteKind.Cluster && site.Parameters.ContainsKey("destination") && site.Parameters.GetValueOrDefault("state") != "hibernating" && applications.All(application => application.Target != site)))
                yield return new(Name, site.Name, "cluster", "no application applies what is made for it.");
        foreach (var finding in JudgeAcm(estate, hub))
            yield return finding;
    }

    /// <summary>An application, written or made by a set.</summary>
    sealed record Delivered(Resource Maker, Resource Application, Site Target, string? Folder, Node Spec)
    {
        public string Name => Application.Name;
    }

    // What it applies may be another hub's.
    static Delivered Written(Estate estate, Site hub, Resource made)
    {
        var folder = Folder(estate, made.Spec.At("source", "path").Text);
        return new(made, made, estate.Hubs.FirstOrDefault(site => site.Resources.Any(one => one.Unit == folder)) ?? hub, folder, made.Spec);
    }

    static IEnumerable<string> JudgeSet(Resource set)
    {
        if (!set.Spec["goTemplate"].IsTrue || !set.Spec["goTemplateOptions"].Texts.Contains("missingkey=error"))
            yield return "a parameter that is missing becomes the text '<no value>'.";
        if (!set.Spec.At("syncPolicy", "preserveResourcesOnDeletion").IsTrue)
            yield return "a list of clusters that is empty for a moment removes them all.";
        if (set.Spec.At("template", "spec", "source", "kustomize").Exists)
            yield return "overrides of Kustomize are worked out one after another.";
    }

    // As the generator of files does it: each cluster.json that the selector takes.
    static IEnumerable<Delivered> Generated(Estate estate, Resource set)
    {
        foreach (var generator in set.Spec["generators"].Items)
            foreach (var site in estate.Sites.Where(site => site.Kind == SiteKind.Cluster && Matches(generator, site.Parameters)))
            {
                var path = estate.Repository.Files.Keys.First(file => file.EndsWith($"/{site.Name}/cluster.json", StringComparison.Ordinal) && estate.Repository.Documents.Of(estate.Repository.Files[file])[0]["cluster"].Text == site.Name);
                var folder = path[..path.LastIndexOf('/')];
                var parameters = new Dictionary<string, string>(site.Parameters, StringComparer.Ordinal) { ["path.path"] = folder, ["path.basename"] = site.Name };
                var tree = set.Spec["template"].Select(text => Parameter().Replace(text, match => parameters.GetValueOrDefault(match.Groups[1].Value, $"<missing {match.Groups[1].Value}>")));
                yield return new(set, new(Node.Map([.. tree.Entries, KeyValuePair.Create("kind", Node.Scalar("Application"))]), set.File, set.Unit), site, folder, tree["spec"]);
            }
    }

    static bool Matches(Node generator, IReadOnlyDictionary<string, string> parameters) => generator["git"].Exists && Selector.Fits(generator["selector"], parameters);

    IEnumerable<string> Judge(Estate estate, Site hub, Delivered application)
    {
        if (application.Spec.ToString().Contains("<missing ", StringComparison.Ordinal) || application.Application.Tree.ToString().Contains("<missing ", StringComparison.Ordinal))
            yield return $"'{application.Name}' uses a parameter that its cluster does not have.";
        if (application.Folder is null)
        {
            yield return $"its path '{application.Spec.At("source", "path").Text}' has no kustomization.";
            yield break;
        }

        if (application.Name.Length > 63)
            yield return $"the name '{application.Name}' is longer than a label may be.";
        if (application.Spec.At("source", "targetRevision").Text is "HEAD" or null)
            yield return "it follows HEAD.";
        var closure = estate.Kustomizations.Render(application.Folder).Folders;
        var said = (application.Application.Annotations.GetValueOrDefault("argocd.argoproj.io/manifest-generate-paths") ?? "").Split(';');
        foreach (var folder in closure.Where(folder => folder == application.Folder ? !said.Contains(".") : !said.Any(one => one.EndsWith($"/{folder}", StringComparison.Ordinal))))
            yield return $"a change of '{folder}' does not reach '{application.Name}'.";
        foreach (var folder in said.Where(one => one != "." && !closure.Any(folder => one.EndsWith($"/{folder}", StringComparison.Ordinal))))
            yield return $"'{application.Name}' waits for changes of '{folder}', which it does not read.";

        var destination = application.Spec["destination"];
        if ((destination["name"].Text is { Length: > 0 }) == (destination["server"].Text is { Length: > 0 }))
            yield return $"'{application.Name}' has no destination, or two.";
        if (hub.OfKind("AppProject", "argoproj.io").FirstOrDefault(project => project.Name == application.Spec["project"].Text) is not { } owner)
        {
            yield return $"project '{application.Spec["project"].Text}' is not there.";
            yield break;
        }

        if (!owner.Spec["sourceRepos"].Texts.Contains(application.Spec.At("source", "repoURL").Text))
            yield return "its project does not allow the repository.";
        var resources = application.Target.Resources.Where(made => made.Unit == application.Folder).ToList();
        foreach (var kind in resources.GroupBy(made => (made.Group, made.Kind, made.Namespace.Length == 0)))
            if (!owner.Spec[kind.Key.Item3 ? "clusterResourceWhitelist" : "namespaceResourceWhitelist"].Items.Any(one => one["kind"].Text == kind.Key.Kind && one["group"].Text == kind.Key.Group))
                yield return $"its project does not allow {kind.Key.Kind} of '{kind.Key.Group}'.";
        foreach (var name in resources.Select(made => made.Namespace).Where(name => name.Length > 0).Append(destination["namespace"].Text ?? "").Distinct())
            if (!owner.Spec["destinations"].Items.Any(one => Glob(one["namespace"].Text, name) && (destination["name"].Text is { Length: > 0 } cluster ? Glob(one["name"].Text, cluster) : Glob(one["server"].Text, destination["server"].Text ?? ""))))
                yield return $"its project does not allow namespace '{name}' of {destination["name"].Text ?? destination["server"].Text}.";
    }

    static bool Glob(string? pattern, string text) => pattern == "*" || pattern == text;

    static string? Folder(Estate estate, string? path) => estate.Kustomizations.Folders.Where(folder => path == folder || path?.EndsWith($"/{folder}", StringComparison.Ordinal) == true).MaxBy(folder => folder.Length);

    // Objects of Advanced Cluster Management refer to each other by name, most of them in their own namespace.
    IEnumerable<Finding> JudgeAcm(Estate estate, Site hub)
    {
        bool Is(string kind, string name, string @namespace) => hub.OfKind(kind).Any(made => made.Name == name && made.Namespace == @namespace);

        foreach (var placement in hub.OfKind("Placement", "cluster.open-cluster-management.io"))
        {
            foreach (var set in placement.Spec["clusterSets"].Texts.Where(set => !hub.OfKind("ManagedClusterSetBinding").Any(binding => binding.Namespace == placement.Namespace && binding.Name == set && binding.Spec["clusterSet"].Text == set)))
                yield return Found(hub, placement, $"cluster set '{set}' is not bound to its namespace: it chooses nothing.");
            if (!((string[])["cluster.open-cluster-management.io/unreachable", "cluster.open-cluster-management.io/unavailable"]).All(taint => placement.Spec["tolerations"].Items.Any(one => one["key"].Text == taint)))
                yield return Found(hub, placement, "a cluster that cannot be reached for a moment loses its monitoring.");
        }

        foreach (var user in hub.Resources.Where(made => made.Spec["placementRef"].Exists || made.Spec.At("placement", "placementRef").Exists))
        {
            var reference = user.Spec["placementRef"].Exists ? user.Spec["placementRef"] : user.Spec.At("placement", "placementRef");
            if (!Is("Placement", reference["name"].Text ?? "", reference["namespace"].Text ?? user.Namespace))
                yield return Found(hub, user, $"placement '{reference["name"].Text}' is not there.");
        }

        foreach (var addOn in hub.OfKind("ClusterManagementAddOn"))
            foreach (var placement in addOn.Spec.At("installStrategy", "placements").Items)
            {
                if (!Is("Placement", placement["name"].Text ?? "", placement["namespace"].Text ?? ""))
                    yield return Found(hub, addOn, $"placement '{placement["name"].Text}' is not there.");
                foreach (var config in placement["configs"].Items.Where(config => !hub.Resources.Any(made => made.Name == config["name"].Text && made.Namespace == (config["namespace"].Text ?? "") && made.Group == config["group"].Text && config["resource"].Text!.StartsWith(made.Kind, StringComparison.OrdinalIgnoreCase))))
                    yield return Found(hub, addOn, $"{config["resource"].Text} '{config["name"].Text}' is not there.");
            }

        foreach (var template in hub.OfKind("AddOnTemplate"))
        {
            if (hub.OfKind("ClusterManagementAddOn").All(addOn => addOn.Name != template.Spec["addonName"].Text))
                yield return Found(hub, template, $"add-on '{template.Spec["addonName"].Text}' is not there.");
            var known = hub.OfKind("AddOnDeploymentConfig").Where(made => made.Name == template.Name).SelectMany(made => made.Spec["customizedVariables"].Items).Select(one => one["name"].Text).Append("CLUSTER_NAME").ToHashSet();
            foreach (var unknown in template.Tree.All().SelectMany(place => Templates.Names(place.Node.Text ?? "")).Distinct().Where(name => !known.Contains(name)))
                yield return Found(hub, template, $"'{{{{{unknown}}}}}' is no variable: it becomes nothing.");
        }

        foreach (var subscription in hub.OfKind("Subscription", "apps.open-cluster-management.io"))
        {
            if (subscription.Spec["channel"].Text?.Split('/') is not [var place, var channel] || !Is("Channel", channel, place))
                yield return Found(hub, subscription, "its channel is not there.");
            if (Folder(estate, subscription.Annotations.GetValueOrDefault("apps.open-cluster-management.io/git-path")) is null)
                yield return Found(hub, subscription, "its path has no kustomization.");
        }
    }

    Finding Found(Site hub, Resource made, string problem) => new(Name, hub.Name, made.ToString(), problem);

    [GeneratedRegex(@"\{\{\s*\.([A-Za-z.]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
