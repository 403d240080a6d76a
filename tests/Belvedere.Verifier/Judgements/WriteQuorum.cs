using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>As many ingestors as may leave at a time, drained or rolled, are fewer than a write can do without.</summary>
sealed class WriteQuorum : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var router in Hashring.Routers(site))
        {
            var replication = Hashring.Replication(router);
            var spare = replication - Hashring.Quorum(replication);
            if (replication < 2)
                continue;

            foreach (var ring in Hashring.Of(router.TreeOf("--receive.hashrings-file")))
            {
                var sets = ring.Endpoints.Select(node => node.Find(site)).OfType<PodSet>().Distinct().ToList();
                var budgets = site.OfKind("PodDisruptionBudget", "policy").Where(budget => DisruptionBudgets.Covered(site, budget).Any(sets.Contains)).ToList();
                if (sets.Any(set => !budgets.Any(budget => DisruptionBudgets.Covered(site, budget).Contains(set))))
                    yield return (router.Pods.Owner.ToString(), $"hashring '{ring.Name}': no disruption budget keeps its nodes.");
                else if (budgets.Sum(budget => budget.Spec["maxUnavailable"].Number ?? int.MaxValue / 8) > spare)
                    yield return (router.Pods.Owner.ToString(), $"hashring '{ring.Name}': {budgets.Sum(budget => budget.Spec["maxUnavailable"].Number)} nodes may be drained at a time, and a write does without {spare}.");

                // Argo CD waits for the health of one wave before the next; StatefulSets of one wave roll at the same time.
                foreach (var wave in sets.Where(_ => site.OfKind("Application", "argoproj.io").Any()).GroupBy(set => set.Owner.Wave))
                    if (wave.Count() > spare)
                        yield return (router.Pods.Owner.ToString(), $"hashring '{ring.Name}': {wave.Count()} StatefulSets of wave {wave.Key} roll at the same time, and a write does without {spare} nodes.");
            }
        }
    }
}
