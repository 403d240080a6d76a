using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class PodResourcesTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: server, namespace: hub}
        spec:
          template:
            metadata: {labels: {app: server}}
            spec:
              securityContext: {fsGroup: 1}
              containers: [{name: server, resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {memory: 1536Mi}}}]
              topologySpreadConstraints: [{topologyKey: zone, labelSelector: {matchLabels: {app: server}}}]
        """);

    [Test]
    public void Requests_within_limits_are_right() => Assert.That(Good.By<PodResources>(), Is.Empty);

    [TestCase("memory: 1Gi", "memory: 2Gi", "asks for 2Gi of memory, and may have 1536Mi")]
    [TestCase("limits: {", "limits: {cpu: 250m, ", "asks for 500m of cpu, and may have 250m")]
    [TestCase("labelSelector: {matchLabels: {app: server}}", "labelSelector: {matchLabels: {app: other}}", "among pods that are not its own")]
    public void Request_that_is_refused_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<PodResources>(), Has.Some.Contains(problem));
}
