using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ReconcilersTests
{
    static readonly Repository Good = Judged.Cluster("OpenShift 4.18", """
        apiVersion: monitoring.rhobs/v1alpha1
        kind: PrometheusAgent
        metadata: {name: collector, namespace: metrics, labels: {app.kubernetes.io/managed-by: observability-operator}}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata: {name: collector, namespace: metrics}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: cluster-monitoring-config, namespace: openshift-monitoring}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: metrics, labels: {a: b}}
        """);

    [Test]
    public void Each_has_its_operator() => Assert.That(Good.By<Reconcilers>(), Is.Empty);

    [TestCase("managed-by: observability-operator", "managed-by: us", "passes over it")]
    [TestCase("apiVersion: monitoring.rhobs/v1alpha1", "apiVersion: monitoring.coreos.com/v1alpha1", "OpenShift serves no PrometheusAgent")]
    [TestCase("kind: ServiceMonitor\nmetadata: {name: collector, namespace: metrics}", "kind: Prometheus\nmetadata: {name: collector, namespace: openshift-user-workload-monitoring}", "no operator of the platform looks at it")]
    [TestCase("kind: ServiceMonitor\nmetadata: {name: collector, namespace: metrics}", "kind: ServiceMonitor\nmetadata: {name: collector, namespace: openshift-user-workload-monitoring}", "takes what is in this namespace")]
    [TestCase("kind: ServiceMonitor", "kind: ScrapeConfig", "OpenShift serves no ScrapeConfig")]
    [TestCase("labels: {a: b}", "labels: {openshift.io/cluster-monitoring: 'true'}", "must not be one of the platform")]
    [TestCase("OpenShift 4.18", "ROSA 4.18", "the service owns it")]
    [TestCase("OpenShift 4.18", "Kubernetes 1.33", "nothing on this platform serves monitoring.rhobs")]
    public void What_nobody_reconciles_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<Reconcilers>(), Has.Some.Contains(problem));
}
