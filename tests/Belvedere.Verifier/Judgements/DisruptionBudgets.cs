using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>A disruption budget is for pods that are there, lets nodes be drained, and is the only one of its pods: the eviction API refuses two.</summary>
sealed class DisruptionBudgets : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var budgets = site.OfKind("PodDisruptionBudget", "policy").ToList();
        foreach (var budget in budgets)
        {
            var pods = Covered(site, budget).ToList();
            if (pods is [])
                yield return (budget.ToString(), "its selector fits no pods.");
            else if (budget.Spec["maxUnavailable"].Text is "0" or "0%" || budget.Spec["minAvailable"].Number >= pods.Sum(set => set.Replicas))
                yield return (budget.ToString(), "it lets no pod go: no node can be drained.");
        }

        foreach (var pods in site.Pods)
            if (budgets.Count(budget => Covered(site, budget).Contains(pods)) > 1)
                yield return (pods.Owner.ToString(), "two disruption budgets are for its pods: none can be evicted.");
    }

    internal static IEnumerable<PodSet> Covered(Site site, Resource budget) => site.Pods.Where(pods => pods.Namespace == budget.Namespace && Selector.Fits(budget.Spec["selector"], pods.Labels));
}
