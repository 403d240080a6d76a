using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class QuerierEndpointsTests
{
    [Test]
    public void Every_source_is_asked_once() => Assert.That(GoodHub.Repository.By<QuerierEndpoints>(), Is.Empty);

    // The Querier asks all others; a second one asks it, and no one else.
    [TestCase("query.hub.svc:10901", null)]
    [TestCase("rule.hub.svc:10901", "Deployment hub/view: StatefulSet hub/store-0 has samples and is not asked")]
    public void Querier_over_another_one_has_what_that_one_has(string address, string? problem)
    {
        var view = $$$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: view, namespace: hub}
            data: {endpoints.yaml: "endpoints: [{address: '{{{address}}}', strict: true}]"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: view, namespace: hub}
            spec:
              selector: {matchLabels: {app: view}}
              template:
                metadata: {labels: {app: view}}
                spec:
                  containers:
                  - name: query
                    image: thanos:v1
                    args: [query, --endpoint.sd-config-file=/etc/files/endpoints.yaml]
                    volumeMounts: [{name: files, mountPath: /etc/files}]
                  volumes: [{name: files, configMap: {name: view}}]
            """;
        var repository = Judged.Of([.. GoodHub.Repository.Files.Select(file => (file.Key, file.Value)), .. Judged.Unit("hub/view", view)]);
        Assert.That(repository.By<QuerierEndpoints>(), problem is null ? Is.Empty : Has.Some.Contains(problem));
    }

    [TestCase("    - address: dnssrv+_grpc._tcp.rule.hub.svc\n", "", "StatefulSet hub/rule has samples and is not asked")]
    [TestCase("_tcp.store-1.hub.svc", "_tcp.store-0.hub.svc", "store-0 is asked twice")]
    [TestCase("_tcp.rule.hub.svc", "_tcp.ruler.hub.svc", "no such Service")]
    [TestCase("- address: dnssrv+_grpc._tcp.rule.hub.svc", "- address: dnssrv+_grpc._tcp.rule.hub.svc\n      group: true", "its pods differ")]
    [TestCase("- address: dnssrv+_grpc._tcp.rule.hub.svc", "- address: dnssrv+_grpc._tcp.rule.hub.svc\n      strict: true", "strict and found by DNS")]
    [TestCase("dnssrv+_grpc._tcp.rule.hub.svc", "rule.hub.svc:10901", "finds one of its pods only")]
    public void Source_that_is_forgotten_or_not_there_is_found(string before, string after, string problem) =>
        Assert.That(GoodHub.Repository.With(before, after).By<QuerierEndpoints>(), Has.Some.Contains(problem));
}
