using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class SelectionTests
{
    static readonly Repository Good = Judged.Cluster("OpenShift 4.18", """
        apiVersion: monitoring.rhobs/v1alpha1
        kind: MonitoringStack
        metadata: {name: collector, namespace: metrics}
        spec: {resourceSelector: {matchLabels: {collector: ours}}}
        ---
        apiVersion: monitoring.rhobs/v1
        kind: PrometheusRule
        metadata: {name: records, namespace: metrics, labels: {collector: ours}}
        ---
        apiVersion: monitoring.rhobs/v1
        kind: Prometheus
        metadata: {name: other, namespace: metrics}
        spec: {ruleSelector: {matchLabels: {collector: other}}}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata: {name: app, namespace: metrics, labels: {app: ours}}
        """);

    [Test]
    public void Each_is_taken_once() => Assert.That(Good.By<Selection>(), Is.Empty);

    [TestCase("namespace: metrics, labels: {collector: ours}", "namespace: metrics, labels: {collector: nobody}", "no instance takes it")]
    [TestCase("ruleSelector: {matchLabels: {collector: other}}", "ruleSelector: {}", "MonitoringStack metrics/collector and Prometheus metrics/other take it")]
    [TestCase("metadata: {name: records, namespace: metrics", "metadata: {name: records, namespace: elsewhere", "no instance takes it")]
    [TestCase("labels: {app: ours}", "labels: {openshift.io/user-monitoring: 'false'}", "no instance takes it")]
    [TestCase("resourceSelector: {matchLabels: {collector: ours}}", "replicas: 1", "no instance takes it")]
    public void What_is_taken_by_none_or_two_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<Selection>(), Has.Some.Contains(problem));
}
