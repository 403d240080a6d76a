using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ReferencesTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: files, namespace: hub}
        data: {a.yaml: text}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: server, namespace: hub}
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: urgent}
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: server, namespace: hub}
        spec: {secretName: server-tls, dnsNames: [a.example.com]}
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: made, namespace: hub}
        spec: {target: {name: made}, data: [{secretKey: url}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: server, namespace: hub}
        spec:
          template:
            spec:
              serviceAccountName: server
              priorityClassName: urgent
              securityContext: {fsGroup: 1}
              containers:
              - {name: server, env: [{name: URL, valueFrom: {secretKeyRef: {name: made, key: url}}}]}
              volumes:
              - {name: files, configMap: {name: files, items: [{key: a.yaml, path: a}]}}
              - {name: tls, secret: {secretName: server-tls, items: [{key: ca.crt, path: ca.crt}]}}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: Alertmanager
        metadata: {name: alerts, namespace: hub}
        spec: {alertmanagerConfiguration: {name: routes}}
        ---
        apiVersion: monitoring.coreos.com/v1alpha1
        kind: AlertmanagerConfig
        metadata: {name: routes, namespace: hub}
        spec: {route: {receiver: team}, receivers: [{name: team}]}
        """);

    [Test]
    public void Everything_that_is_named_is_there() => Assert.That(Good.By<References>(), Is.Empty);

    [TestCase("serviceAccountName: server", "serviceAccountName: other", "service account 'other' is not there")]
    [TestCase("priorityClassName: urgent", "priorityClassName: other", "priority class 'other' is not there")]
    [TestCase("configMap: {name: files", "configMap: {name: other", "ConfigMap 'other' is not there")]
    [TestCase("items: [{key: a.yaml", "items: [{key: b.yaml", "ConfigMap 'files' has no key 'b.yaml'")]
    [TestCase("secretKeyRef: {name: made, key: url}", "secretKeyRef: {name: made, key: uri}", "Secret 'made' has no key 'uri'")]
    [TestCase("items: [{key: ca.crt", "items: [{key: ca.pem", "Secret 'server-tls' has no key 'ca.pem'")]
    [TestCase("metadata: {name: made, namespace: hub}", "metadata: {name: made, namespace: elsewhere}", "is made in namespace 'elsewhere', not in 'hub'")]
    [TestCase("alertmanagerConfiguration: {name: routes}", "alertmanagerConfiguration: {name: other}", "AlertmanagerConfig 'other' is not there")]
    [TestCase("route: {receiver: team}", "route: {receiver: other}", "receiver 'other' is not there")]
    public void Name_of_nothing_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<References>(), Has.Some.Contains(problem));
}
