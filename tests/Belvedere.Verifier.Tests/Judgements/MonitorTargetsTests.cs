using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class MonitorTargetsTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: server, namespace: hub}
        spec:
          template:
            metadata: {labels: {app: server}}
            spec: {securityContext: {fsGroup: 1}, containers: [{name: server, ports: [{name: http, containerPort: 80}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: server, namespace: hub, labels: {app: server}}
        spec: {selector: {app: server}, ports: [{name: http, port: 80, targetPort: http}]}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata: {name: server, namespace: hub}
        spec: {selector: {matchLabels: {app: server}}, endpoints: [{port: http}]}
        """);

    [Test]
    public void Each_monitor_has_its_pods() => Assert.That(Good.By<MonitorTargets>(), Is.Empty);

    [TestCase("endpoints: [{port: http}]", "endpoints: [{port: web}]", "no pods listen on its port 'web'")]
    [TestCase("spec: {selector: {matchLabels: {app: server}}", "spec: {selector: {matchLabels: {app: other}}", "no pods listen on its port 'http'")]
    [TestCase("kind: ServiceMonitor\nmetadata: {name: server, namespace: hub}", "kind: ServiceMonitor\nmetadata: {name: server, namespace: other}", "no pods listen on its port 'http'")]
    [TestCase("endpoints: [{port: http}]", "endpoints: [{port: http}, {port: http, path: /other}]", "is scraped 2 times")]
    public void Monitor_of_nothing_or_of_the_same_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<MonitorTargets>(), Has.Some.Contains(problem));
}
