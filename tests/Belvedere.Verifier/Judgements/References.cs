using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>What objects name is there: ConfigMaps with their keys, service accounts, priority classes, issuers, receivers; and keys of Secrets that something here makes.</summary>
sealed class References : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => site.Resources.SelectMany(user => Judge(site, user).Select(problem => (user.ToString(), problem)));

    static IEnumerable<string> Judge(Site site, Resource user)
    {
        // The platform reads what its ConfigMap names in the ConfigMap's namespace.
        var ofPlatform = user.Is("ConfigMap", "") ? Writer.Of(user).SelectMany(writer => KeyReference.In(user, writer.Entry)) : [];
        foreach (var reference in KeyReference.Of(user).Concat(ofPlatform).Distinct())
        {
            var found = (reference.IsSecret ? site.Secrets : site.ConfigMaps).Where(made => made.Name == reference.Name).ToList();
            var kind = reference.IsSecret ? "Secret" : "ConfigMap";
            if (found.FirstOrDefault(made => made.Namespace == user.Namespace) is { } here)
            {
                if (reference.Key is { } key && here.Keys?.Contains(key) == false)
                    yield return $"{kind} '{here.Name}' has no key '{key}'.";
            }
            else if (found is [var elsewhere, ..])
                yield return $"{kind} '{reference.Name}' is made in namespace '{elsewhere.Namespace}', not in '{user.Namespace}'.";
            else if (reference.IsSecret && site.Outside?.Invoke(reference.Name) == false)
                yield return $"Secret '{reference.Name}' is made by nothing, and nobody said that it is there.";
            else if (!reference.IsSecret && !(site.Platform.IsOpenShift && KeyedObjects.EverywhereOnOpenShift.Contains(reference.Name)) && reference.Name != "kube-root-ca.crt")
                yield return $"ConfigMap '{reference.Name}' is not there.";
        }

        var spec = user.Group == "apps" ? user.Spec.At("template", "spec") : user.Spec;
        if (spec["serviceAccountName"].Text is { } account && site.Find("", "ServiceAccount", user.Namespace, account) is null)
            yield return $"service account '{account}' is not there.";
        if (spec["priorityClassName"].Text is { } priority && site.Outside?.Invoke(priority) != true && site.Find("scheduling.k8s.io", "PriorityClass", "", priority) is null)
            yield return $"priority class '{priority}' is not there.";
        if (user.Kind == "Alertmanager" && spec.At("alertmanagerConfiguration", "name").Text is { } configuration && site.OfKind("AlertmanagerConfig", user.Group).All(made => made.Name != configuration || made.Namespace != user.Namespace))
            yield return $"AlertmanagerConfig '{configuration}' is not there.";
        foreach (var claim in spec["volumes"].Items.Select(volume => volume.At("persistentVolumeClaim", "claimName").Text).OfType<string>())
            if (site.Outside?.Invoke(claim) == false && site.Find("", "PersistentVolumeClaim", user.Namespace, claim) is null)
                yield return $"claim '{claim}' is not there.";
        if (user.Annotations.TryGetValue("kubernetes.io/service-account.name", out var owner) && site.Find("", "ServiceAccount", user.Namespace, owner) is null)
            yield return $"service account '{owner}', whose token it is, is not there.";
        if (user.Kind == "AlertmanagerConfig")
        {
            var receivers = spec["receivers"].Items.Select(receiver => receiver["name"].Text).ToList();
            foreach (var unknown in spec["route"].All().Where(place => place.Path.EndsWith("receiver", StringComparison.Ordinal)).Select(place => place.Node.Text).Except(receivers))
                yield return $"receiver '{unknown}' is not there.";
            foreach (var twice in receivers.GroupBy(name => name).Where(same => same.Skip(1).Any()))
                yield return $"receiver '{twice.Key}' is there twice.";
        }
    }
}
