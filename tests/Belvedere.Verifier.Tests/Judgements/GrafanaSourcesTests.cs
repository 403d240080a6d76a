using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class GrafanaSourcesTests
{
    static readonly Repository Good = Judged.Hub("""
        apiVersion: v1
        kind: Namespace
        metadata: {name: hub}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: query, namespace: hub}
        spec: {selector: {app: query}, ports: [{name: http, port: 9090}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: provisioning, namespace: hub}
        data:
          sources.yaml: |
            datasources: [{name: All, uid: all, url: "http://query.hub.svc:9090", isDefault: true}]
          providers.yaml: |
            providers: [{name: ours, options: {path: /dashboards}}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: board, namespace: hub}
        data:
          board.json: |
            {"uid": "board", "panels": [{"datasource": {"type": "prometheus", "uid": "all"}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: grafana, namespace: hub}
        spec:
          template:
            spec:
              securityContext: {fsGroup: 1}
              containers:
              - name: grafana
                image: grafana/grafana:13
                volumeMounts: [{name: provisioning, mountPath: /etc/provisioning}, {name: board, mountPath: /dashboards/board}]
              volumes: [{name: provisioning, configMap: {name: provisioning}}, {name: board, configMap: {name: board}}]
        """);

    [Test]
    public void Sources_and_dashboards_are_there() => Assert.That(Good.By<GrafanaSources>(), Is.Empty);

    [TestCase("http://query.hub.svc:9090", "http://queries.hub.svc:9090", "where nothing is")]
    [TestCase("http://query.hub.svc:9090", "http://query.hub.svc:9091", "where nothing is")]
    [TestCase("\"uid\": \"all\"}", "\"uid\": \"other\"}", "asks data source 'other', which is not there")]
    [TestCase("isDefault: true", "isDefault: false", "not exactly one data source is the default")]
    public void Source_or_dashboard_of_nothing_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<GrafanaSources>(), Has.Some.Contains(problem));
}
