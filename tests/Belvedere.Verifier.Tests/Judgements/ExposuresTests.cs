using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class ExposuresTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: server, namespace: hub}
        spec:
          template:
            metadata: {labels: {app: server}}
            spec:
              containers: [{name: server, ports: [{name: https, containerPort: 443}]}]
              volumes: [{name: tls, secret: {secretName: server-tls}}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: server, namespace: hub}
        spec: {selector: {app: server}, ports: [{name: https, port: 443, targetPort: https}]}
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: server, namespace: hub}
        spec: {secretName: server-tls, dnsNames: [write.example.com]}
        ---
        apiVersion: route.openshift.io/v1
        kind: Route
        metadata: {name: server, namespace: hub, labels: {shard: write}}
        spec: {host: write.example.com, to: {kind: Service, name: server}, port: {targetPort: https}, tls: {termination: passthrough}}
        ---
        apiVersion: operator.openshift.io/v1
        kind: IngressController
        metadata: {name: write, namespace: openshift-ingress-operator}
        spec: {domain: example.com, routeSelector: {matchLabels: {shard: write}}}
        """);

    [Test]
    public void Route_with_a_certificate_behind_it_is_right() => Assert.That(Good.By<Exposures>(), Is.Empty);

    [TestCase("to: {kind: Service, name: server}", "to: {kind: Service, name: other}", "Service 'other' is not there")]
    [TestCase("port: {targetPort: https}", "port: {targetPort: http}", "has no port 'http'")]
    [TestCase("dnsNames: [write.example.com]", "dnsNames: [other.example.com]", "is not for 'write.example.com'")]
    [TestCase("domain: example.com", "domain: example.org", "no Route of its domain")]
    [TestCase("labels: {shard: write}", "labels: {shard: other}", "no Route of its domain")]
    public void Route_to_nothing_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<Exposures>(), Has.Some.Contains(problem));
}
