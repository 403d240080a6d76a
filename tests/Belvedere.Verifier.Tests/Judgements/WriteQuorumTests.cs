using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class WriteQuorumTests
{
    [Test]
    public void One_of_three_may_leave() => Assert.That(GoodHub.Repository.By<WriteQuorum>(), Is.Empty);

    [TestCase("maxUnavailable: 1", "maxUnavailable: 2", "2 nodes may be drained")]
    [TestCase("matchLabels: {app: ingestor}}}", "matchLabels: {app: other}}}", "no disruption budget")]
    public void More_than_a_write_does_without_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<WriteQuorum>(), Has.Some.Contains(problem));
}
