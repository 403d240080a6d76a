using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class DisruptionBudgetsTests
{
    [Test]
    public void Budget_lets_one_pod_go() => Assert.That(GoodHub.Repository.By<DisruptionBudgets>(), Is.Empty);

    [TestCase("matchLabels: {app: ingestor}}}", "matchLabels: {app: other}}}", "fits no pods")]
    [TestCase("maxUnavailable: 1", "maxUnavailable: 0", "no node can be drained")]
    [TestCase("maxUnavailable: 1", "minAvailable: 3", "no node can be drained")]
    [TestCase("{maxUnavailable: 1, selector: {matchLabels: {app: ingestor}}}", "{maxUnavailable: 1, selector: {matchLabels: {app: ingestor}}}\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: all, namespace: hub}, spec: {maxUnavailable: 1, selector: {}}}", "none can be evicted")]
    public void Budget_that_holds_up_drains_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<DisruptionBudgets>(), Has.Some.Contains(problem));
}
