using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ClusterIdentityTests
{
    [Test]
    public void Every_cluster_says_its_name_once() => Assert.That(GoodHub.Repository.By<ClusterIdentity>(), Is.Empty);

    [TestCase("{cluster: south}", "{cluster: north}", "both say that they are 'north'")]
    [TestCase("  externalLabels: {cluster: north}\n", "", "do not say which cluster")]
    [TestCase("- {action: keep, sourceLabels", "- {targetLabel: cluster, replacement: other}\n    - {targetLabel: cluster, replacement: another}\n    - {action: keep, sourceLabels", "'cluster' is set 2 times")]
    [TestCase("- {action: keep, sourceLabels", "- {targetLabel: cluster, replacement: other}\n    - {action: keep, sourceLabels", "alerts say 'north', and series 'other'")]
    [TestCase("- {action: keep, sourceLabels", "- {action: labeldrop, regex: clus.*}\n    - {action: keep, sourceLabels", "do not say which cluster")]
    [TestCase("--receive.tenant-label-name=tenant_id", "--receive.tenant-label-name=cluster", "which Receive writes from the certificate")]
    public void Cluster_that_does_not_say_who_it_is_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<ClusterIdentity>(), Has.Some.Contains(problem));
}
