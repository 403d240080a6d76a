using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class AccessRightsTests
{
    static readonly Repository Good = Judged.Cluster("Kubernetes 1.33", """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: collector, namespace: metrics}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: collector}
        rules: [{apiGroups: [""], resources: [services, endpoints, pods], verbs: [get, list, watch]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: collector}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: collector}
        subjects: [{kind: ServiceAccount, name: collector, namespace: metrics}]
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: Prometheus
        metadata: {name: collector, namespace: metrics}
        spec: {serviceAccountName: collector, serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}}
        """);

    [Test]
    public void Collector_that_may_list_its_targets_is_right() => Assert.That(Good.By<AccessRights>(), Is.Empty);

    [TestCase("kind: ClusterRole, name: collector}", "kind: ClusterRole, name: other}", "ClusterRole 'other' is not there")]
    [TestCase("subjects: [{kind: ServiceAccount, name: collector", "subjects: [{kind: ServiceAccount, name: other", "ServiceAccount 'other' is not there")]
    [TestCase("resources: [services, endpoints, pods]", "resources: [services, pods]", "may not list endpoints")]
    [TestCase("verbs: [get, list, watch]", "verbs: [get]", "may not list pods")]
    [TestCase("kind: ClusterRole, name: collector}", "kind: Role, name: cluster-monitoring-metrics-api}", "is not there, or does nothing")]
    public void Right_to_nothing_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<AccessRights>(), Has.Some.Contains(problem));
}
