using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>In Argo CD's order of waves no object comes before what it cannot do without: a wave that waits for a later one waits for ever.</summary>
sealed class SyncOrder : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var unit in site.Resources.GroupBy(made => made.Unit))
            foreach (var user in unit)
                foreach (var (need, what) in Needs(site, user))
                    if (need.Unit == user.Unit && need.Wave > user.Wave)
                        yield return (user.ToString(), $"it is of wave {user.Wave}, and {what} {need} of wave {need.Wave}.");

        // An operator that the same unit installs must be there before objects of its kinds.
        foreach (var made in site.Resources.Where(made => made.Group == "monitoring.rhobs"))
            if (site.Resources.FirstOrDefault(one => one.Is("Subscription", "operators.coreos.com") && one.Unit == made.Unit && one.Unit.StartsWith("clusters/", StringComparison.Ordinal)) is { } operatorOf && site.Parameters.ContainsKey("destination"))
                if (made.Wave <= operatorOf.Wave || !made.Annotations.GetValueOrDefault("argocd.argoproj.io/sync-options", "").Contains("SkipDryRunOnMissingResource=true", StringComparison.Ordinal))
                    yield return (made.ToString(), $"its kind comes of {operatorOf}, and it is not after that.");

        // Units of one wave are applied at the same time; what fails first is tried again.
        foreach (var user in site.Resources.Where(made => made.Namespace.Length > 0))
            if (site.Find("", "Namespace", "", user.Namespace) is { } home && home.Unit != user.Unit && Application(site, home.Unit) is { } before && Application(site, user.Unit) is { } after)
            {
                if (before.Wave > after.Wave)
                    yield return (after.ToString(), $"it needs namespace '{user.Namespace}', which {before} of a later wave makes.");
                else if (before.Wave == after.Wave && !after.Spec.At("syncPolicy", "retry").Exists)
                    yield return (after.ToString(), $"it needs namespace '{user.Namespace}', which {before} makes, and does not try again.");
            }
    }

    static Resource? Application(Site site, string unit) => site.OfKind("Application", "argoproj.io").FirstOrDefault(made => made.Spec.At("source", "path").Text is { } path && (path == unit || path.EndsWith($"/{unit}", StringComparison.Ordinal)));

    static IEnumerable<(Resource Need, string What)> Needs(Site site, Resource user)
    {
        if (user.Namespace.Length > 0 && site.Find("", "Namespace", "", user.Namespace) is { } home)
            yield return (home, "its namespace is");
        var spec = user.Group == "apps" ? user.Spec.At("template", "spec") : user.Spec;
        if (spec["serviceAccountName"].Text is { } account && site.Find("", "ServiceAccount", user.Namespace, account) is { } owner)
            yield return (owner, "its service account is");
        if (spec["priorityClassName"].Text is { } priority && site.Find("scheduling.k8s.io", "PriorityClass", "", priority) is { } urgent)
            yield return (urgent, "its priority class is");
        foreach (var reference in KeyReference.Of(user))
            foreach (var made in (reference.IsSecret ? site.Secrets : site.ConfigMaps).Where(made => made.Name == reference.Name && made.Namespace == user.Namespace))
                yield return (made.Maker, "what it reads is made by");
        // Routers must not learn of ingestors that are not there yet.
        if (user is { Kind: "ConfigMap" } && user.Tree["data"].Entries.Any(entry => entry.Key.StartsWith("hashring", StringComparison.Ordinal)) && Hashring.Ingestors(site).All(ingestor => !ingestor.Has("--receive.hashrings-file")))
            foreach (var ingestor in Hashring.Ingestors(site))
                yield return (ingestor.Pods.Owner, "an ingestor of it is");
        if (user.Kind is "RoleBinding" or "ClusterRoleBinding" && site.Find(user.Group, user.Tree.At("roleRef", "kind").Text ?? "", user.Kind == "RoleBinding" && user.Tree.At("roleRef", "kind").Text == "Role" ? user.Namespace : "", user.Tree.At("roleRef", "name").Text ?? "") is { } role)
            yield return (role, "its role is");
        if (site.Resources.FirstOrDefault(made => made.Kind == "CustomResourceDefinition" && made.Spec["group"].Text == user.Group && made.Spec.At("names", "kind").Text == user.Kind) is { } definition)
            yield return (definition, "its definition is");
    }
}
