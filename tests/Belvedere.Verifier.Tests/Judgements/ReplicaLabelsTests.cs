using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ReplicaLabelsTests
{
    [Test]
    public void Every_replica_is_told_apart_and_taken_for_one() => Assert.That(GoodHub.Repository.By<ReplicaLabels>(), Is.Empty);

    [TestCase("        - '--query.replica-label=rule_replica'\n", "", "'rule_replica' of StatefulSet hub/rule is no replica label")]
    [TestCase("        - '--query.replica-label=prometheus_replica'\n", "", "'prometheus_replica' of north is no replica label")]
    [TestCase("        - '--alert.label-drop=rule_replica'\n", "", "alerts keep 'rule_replica'")]
    [TestCase("--label=rule_replica=\"$(NAME)\"", "--label=rule_replica=\"a\"", "have no label, or several")]
    [TestCase("- {action: keep, sourceLabels", "- {action: labeldrop, regex: prometheus_replica}\n    - {action: keep, sourceLabels", "series of the same labels")]
    [TestCase("        - '--alert.label-drop=rule_replica'\n", "        - '--alert.label-drop=rule_replica'\n        - '--label=cluster=\"hub\"'\n", "hides the cluster")]
    public void Replicas_that_would_answer_twice_are_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<ReplicaLabels>(), Has.Some.Contains(problem));
}
