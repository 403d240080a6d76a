using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>No container asks for more than its limit, which the API server refuses, and pods are spread among their own.</summary>
sealed class PodResources : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) => from pods in site.Pods from problem in Judge(pods) select (pods.Owner.ToString(), problem);

    static IEnumerable<string> Judge(PodSet pods)
    {
        IEnumerable<(string Name, Node Resources)> all =
        [
            .. pods.Containers.Select(container => (container["name"].Text ?? "", container["resources"])),
            .. pods.Owner.Group == "apps" ? [] : new[] { (pods.Owner.Kind, pods.Owner.Spec["resources"]) },
        ];
        foreach (var (name, resources) in all)
            foreach (var request in resources["requests"].Entries)
                if (resources.At("limits", request.Key) is { Exists: true } limit && Quantity.Parse(request.Value.Text) > Quantity.Parse(limit.Text))
                    yield return $"{name} asks for {request.Value} of {request.Key}, and may have {limit}.";

        foreach (var constraint in pods.Spec["topologySpreadConstraints"].Items.Where(constraint => !Selector.Fits(constraint["labelSelector"], pods.Labels)))
            yield return $"it is spread over {constraint["topologyKey"].Text} among pods that are not its own.";
        foreach (var claim in pods.Owner.Spec["volumeClaimTemplates"].Items.Where(claim => !(Quantity.Parse(claim.At("spec", "resources", "requests", "storage").Text) > 0)))
            yield return $"claim {claim.At("metadata", "name")} asks for no storage.";
    }
}
