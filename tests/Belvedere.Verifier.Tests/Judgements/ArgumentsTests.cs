using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ArgumentsTests
{
    [Test]
    public void Each_flag_stands_once() => Assert.That(GoodHub.Repository.By<Arguments>(), Is.Empty);

    [TestCase("--delete-delay=2d", "--delete-delay=2d'\n        - '--delete-delay=3d", "--delete-delay stands twice")]
    [TestCase("--delete-delay=2d", "--delete-delay=", "--delete-delay is empty")]
    [TestCase("--query.replica-label=rule_replica", "--query.replica-label=receive_replica", "has one value twice")]
    [TestCase("- {name: NAME, ", "- {name: OTHER, ", "$(NAME) is not set")]
    [TestCase("--delete-delay=2d", "--objstore.config=a", "exclude each other")]
    [TestCase("--delete-delay=2d", "--grpc-server-tls-cert=/a", "go together")]
    public void Arguments_that_are_refused_are_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<Arguments>(), Has.Some.Contains(problem));
}
