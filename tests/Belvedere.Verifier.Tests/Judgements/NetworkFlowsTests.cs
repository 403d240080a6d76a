using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class NetworkFlowsTests
{
    [Test]
    public void Every_connection_is_let_through() => Assert.That(GoodHub.Repository.By<NetworkFlows>(), Is.Empty);

    [TestCase("{port: 53, protocol: UDP}, ", "", "may not open UDP 53 to DNS")]
    [TestCase("{port: 10901}, {port: 10902}]}", "{port: 10902}]}", "may not open TCP 10901")]
    [TestCase("{matchLabels: {app: router}}}", "{matchLabels: {app: query}}}", "StatefulSet hub/ingestor does not admit Deployment hub/router at TCP 10901")]
    [TestCase("  podSelector: {matchLabels: {app: rule}}\n", "  podSelector: {matchLabels: {app: ruler}}\n", "it fits no pods")]
    [TestCase(", {port: 443}]", "]", "may not open TCP 443")]
    public void Connection_that_is_refused_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<NetworkFlows>(), Has.Some.Contains(problem));
}
