using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class BlockLifetimesTests
{
    [Test]
    public void Nothing_is_forgotten_too_early() => Assert.That(GoodHub.Repository.By<BlockLifetimes>(), Is.Empty);

    [TestCase("--tsdb.retention=2d", "--tsdb.retention=3h", "less than six hours")]
    [TestCase("terminationGracePeriodSeconds: 900", "terminationGracePeriodSeconds: 30", "no time to upload")]
    [TestCase("resolution-raw=90d", "resolution-raw=30h", "raw samples are gone")]
    [TestCase("resolution-5m=365d", "resolution-5m=5d", "five minutes are gone")]
    [TestCase("--delete-delay=2d", "--delete-delay=1d", "serves blocks that are deleted")]
    [TestCase("        - '--deduplication.replica-label=receive_replica'\n", "", "without vertical compaction it halts")]
    [TestCase("metadata: {name: compact, namespace: hub, annotations: {}}\nspec:\n  replicas: 1", "metadata: {name: compact, namespace: hub, annotations: {}}\nspec:\n  replicas: 2", "must be one pod")]
    public void Samples_that_would_be_lost_are_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<BlockLifetimes>(), Has.Some.Contains(problem));
}
