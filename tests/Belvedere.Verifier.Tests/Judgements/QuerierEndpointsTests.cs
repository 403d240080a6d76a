using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class QuerierEndpointsTests
{
    [Test]
    public void Every_source_is_asked_once() => Assert.That(GoodHub.Repository.By<QuerierEndpoints>(), Is.Empty);

    [TestCase("    - address: dnssrv+_grpc._tcp.rule.hub.svc\n", "", "StatefulSet hub/rule has samples and is not asked")]
    [TestCase("_tcp.store-1.hub.svc", "_tcp.store-0.hub.svc", "store-0 is asked twice")]
    [TestCase("_tcp.rule.hub.svc", "_tcp.ruler.hub.svc", "no such Service")]
    [TestCase("- address: dnssrv+_grpc._tcp.rule.hub.svc", "- address: dnssrv+_grpc._tcp.rule.hub.svc\n      group: true", "its pods differ")]
    [TestCase("- address: dnssrv+_grpc._tcp.rule.hub.svc", "- address: dnssrv+_grpc._tcp.rule.hub.svc\n      strict: true", "strict and found by DNS")]
    [TestCase("dnssrv+_grpc._tcp.rule.hub.svc", "rule.hub.svc:10901", "finds one of its pods only")]
    public void Source_that_is_forgotten_or_not_there_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<QuerierEndpoints>(), Has.Some.Contains(problem));
}
