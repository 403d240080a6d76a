using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ServiceTargetsTests
{
    [Test]
    public void Every_Service_leads_to_its_pods() => Assert.That(GoodHub.Repository.By<ServiceTargets>(), Is.Empty);

    [TestCase("selector: {app: query}\n", "selector: {app: queries}\n", "its selector fits no pods")]
    [TestCase("port: 10902, targetPort: http", "port: 10902, targetPort: web", "its pods have no port 'web'")]
    [TestCase("serviceName: ingestor", "serviceName: other", "its Service 'other' is not there")]
    [TestCase("  clusterIP: None\n", "", "not headless")]
    public void Service_that_leads_nowhere_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<ServiceTargets>(), Has.Some.Contains(problem));
}
