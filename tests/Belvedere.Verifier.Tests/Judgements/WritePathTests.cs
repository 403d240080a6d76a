using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class WritePathTests
{
    static readonly Repository Good = Judged.Of(
    [
        .. Judged.Unit("hub/observability", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: router, namespace: hub}
            spec:
              template:
                metadata: {labels: {app: router}}
                spec:
                  containers:
                  - name: thanos
                    image: quay.io/thanos/thanos:v0.42.4
                    args: [receive, --remote-write.server-tls-cert=/tls/tls.crt, --receive.limits-config-file=/limits/limits.yaml]
                    ports: [{name: remote-write, containerPort: 19291}]
                    volumeMounts: [{name: tls, mountPath: /tls}, {name: limits, mountPath: /limits}]
                  volumes: [{name: tls, secret: {secretName: tls}}, {name: limits, configMap: {name: limits}}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: limits, namespace: hub}
            data: {limits.yaml: '{write: {default: {request: {samples_limit: 5000}}}}'}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: write, namespace: hub}
            spec: {selector: {app: router}, ports: [{name: https, port: 443, targetPort: remote-write}]}
            ---
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: {name: tls, namespace: hub}
            spec: {secretName: tls, dnsNames: [write.example.com]}
            ---
            apiVersion: route.openshift.io/v1
            kind: Route
            metadata: {name: write, namespace: hub}
            spec: {host: write.example.com, to: {name: write}, port: {targetPort: https}, tls: {termination: passthrough}}
            """),
        ("clusters/0/north/cluster.json", """{"cluster": "north", "platform": "Kubernetes 1.33"}"""),
        .. Judged.Unit("clusters/0/north", """
            apiVersion: monitoring.coreos.com/v1
            kind: Prometheus
            metadata: {name: collector, namespace: metrics}
            spec:
              remoteWrite:
              - url: https://write.example.com/api/v1/receive
                queueConfig: {capacity: 10000, maxSamplesPerSend: 2000}
                tlsConfig: {cert: {secret: {name: a, key: tls.crt}}, keySecret: {name: a, key: tls.key}}
            """),
    ]);

    [Test]
    public void Way_that_the_hub_exposes_is_right() => Assert.That(Good.By<WritePath>(), Is.Empty);

    // A load balancer stands before the routers of the second hub, and only DNS knows its name.
    [Test]
    public void Hub_whose_name_is_not_in_the_repository_may_have_any()
    {
        const string Balanced = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: router, namespace: hub}
            spec:
              template:
                metadata: {labels: {app: router}}
                spec:
                  containers:
                  - name: thanos
                    image: quay.io/thanos/thanos:v0.42.4
                    args: [receive, --remote-write.server-tls-cert=/tls/tls.crt]
                    ports: [{name: remote-write, containerPort: 19291}]
                    volumeMounts: [{name: tls, mountPath: /tls}]
                  volumes: [{name: tls, secret: {secretName: elsewhere}}]
            """;
        var repository = Judged.Of([.. Good.Files.Select(file => (file.Key, file.Value)), .. Judged.Unit("hubs/eu/observability", Balanced)]);
        Assert.That(repository.With("https://write.example.com/api", "https://other.example.com/api").By<WritePath>(), Is.Empty);
    }

    [TestCase("https://write.example.com/api", "https://other.example.com/api", "the hub is exposed as write.example.com")]
    [TestCase("https://write", "http://write", "no way to Receive by TLS")]
    [TestCase("dnsNames: [write.example.com]", "dnsNames: [other.example.com]", "the hub's certificate is for other.example.com")]
    [TestCase("samples_limit: 5000", "samples_limit: 500", "the hub refuses more than 500")]
    [TestCase("capacity: 10000", "capacity: 1000", "its queue holds less than one request")]
    [TestCase(", keySecret: {name: a, key: tls.key}", "", "half a certificate")]
    public void Way_that_ends_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<WritePath>(), Has.Some.Contains(problem));
}
