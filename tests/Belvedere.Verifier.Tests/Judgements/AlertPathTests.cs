using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class AlertPathTests
{
    static readonly Repository Good = Judged.Hub("""
        {apiVersion: v1, kind: Namespace, metadata: {name: hub}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: rules, namespace: hub}
        data:
          a.yaml: |
            groups: [{name: a, rules: [{alert: A, expr: up == 0}]}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: query, namespace: hub}
        spec: {clusterIP: None, selector: {app: query}, ports: [{name: http, port: 10902}]}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: rule, namespace: hub}
        spec:
          template:
            spec:
              securityContext: {fsGroup: 1}
              containers:
              - name: thanos
                image: thanos
                args: [rule, "--rule-file=/etc/rules/*.yaml", --query=dnssrv+_http._tcp.query.hub.svc, --alertmanagers.url=http://dnssrv+_web._tcp.alertmanager-operated.hub.svc]
                volumeMounts: [{name: rules, mountPath: /etc/rules}]
              volumes: [{name: rules, projected: {sources: [{configMap: {name: rules}}]}}]
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: Alertmanager
        metadata: {name: alerts, namespace: hub}
        spec: {replicas: 3}
        ---
        apiVersion: monitoring.coreos.com/v1
        kind: Prometheus
        metadata: {name: hub, namespace: hub}
        spec: {alerting: {alertmanagers: [{name: alertmanager-operated, namespace: hub, port: web}]}}
        """);

    [Test]
    public void Rules_and_alerts_arrive() => Assert.That(Good.By<AlertPath>(), Is.Empty);

    [TestCase("_tcp.query.hub.svc", "_tcp.queries.hub.svc", "where nothing is")]
    [TestCase("http://dnssrv+_web._tcp.alertmanager-operated", "http://dnssrv+_web._tcp.alertmanager", "it knows Alertmanager hub/alerts 0 times")]
    [TestCase("dnssrv+_web._tcp.alertmanager-operated.hub.svc", "alertmanager-operated.hub.svc:9093", "is not each replica's API")]
    [TestCase("{name: alertmanager-operated, ", "{name: other, ", "its alerts do not reach")]
    [TestCase("{alert: A, expr: up == 0}", "{expr: up == 0}", "neither a record nor an alert")]
    [TestCase("groups: [", "group: [", "holds no groups")]
    public void Rule_or_alert_that_is_lost_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<AlertPath>(), Has.Some.Contains(problem));
}
