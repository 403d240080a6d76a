using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class StoreCoverageTests
{
    [Test]
    public void Two_shares_up_to_what_ingestors_have_are_right() => Assert.That(GoodHub.Repository.By<StoreCoverage>(), Is.Empty);

    [TestCase("regex: '1'", "regex: '0'", "no whole")]
    [TestCase("--selector.relabel-config-file=/etc/files/shard-1.yaml'\n        - '--max-time=-12h", "--selector.relabel-config-file=/etc/files/shard-1.yaml'\n        - '--max-time=-11h", "no whole")]
    [TestCase("--max-time=-12h", "--max-time=-3d", "ingestors forget after")]
    [TestCase("--max-time=-12h", "--min-time=-60d", "the oldest that they serve is 60")]
    public void Blocks_that_nobody_serves_are_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<StoreCoverage>(), Has.Some.Contains(problem));
}
