using System.Globalization;

namespace Belvedere.Verifier.Tests;

/// <summary>A small hub in which nothing is wrong, written by hand. Tests of the hub's judgements change one thing of it.</summary>
static class GoodHub
{
    public static Repository Repository => Judged.Of(
    [
        .. Judged.Unit("hub/observability", string.Join("\n---\n", Objects)),
        .. Judged.Unit("clusters/0/north", North),
        ("clusters/0/north/cluster.json", """{"cluster": "north", "platform": "Kubernetes 1.33"}"""),
        .. Judged.Unit("clusters/0/south", North.Replace("{cluster: north}", "{cluster: south}", StringComparison.Ordinal)),
        ("clusters/0/south/cluster.json", """{"cluster": "south", "platform": "Kubernetes 1.33"}"""),
    ]);

    const string North = """
        apiVersion: monitoring.coreos.com/v1
        kind: Prometheus
        metadata: {name: collector, namespace: metrics}
        spec:
          replicas: 2
          externalLabels: {cluster: north}
          remoteWrite:
          - url: https://write.example.com/api/v1/receive
            writeRelabelConfigs:
            - {action: keep, sourceLabels: [__name__], regex: up}
        """;

    static readonly string[] Objects =
    [
        "{apiVersion: v1, kind: Namespace, metadata: {name: hub}}",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: ring, namespace: hub, annotations: {argocd.argoproj.io/sync-wave: '1'}}
        data:
          hashrings.json: |
            [{"hashring": "one", "endpoints": ["ingestor-0.ingestor.hub.svc:10901", "ingestor-1.ingestor.hub.svc:10901", "ingestor-2.ingestor.hub.svc:10901"]}]
          limits.yaml: |
            write: {default: {request: {samples_limit: 5000}}}
        """,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: files, namespace: hub}
        data:
          objstore.yaml: |
            type: S3
            config: {bucket: metrics, endpoint: s3.example.com}
          endpoints.yaml: |
            endpoints:
            - address: dnssrv+_grpc._tcp.ingestor.hub.svc
            - address: dnssrv+_grpc._tcp.store-0.hub.svc
            - address: dnssrv+_grpc._tcp.store-1.hub.svc
            - address: dnssrv+_grpc._tcp.rule.hub.svc
          shard-0.yaml: |
            - {action: hashmod, source_labels: [__block_id], target_label: shard, modulus: 2}
            - {action: keep, source_labels: [shard], regex: '0'}
          shard-1.yaml: |
            - {action: hashmod, source_labels: [__block_id], target_label: shard, modulus: 2}
            - {action: keep, source_labels: [shard], regex: '1'}
        """,
        Thanos("Deployment", "router", 2, "receive", "{name: ring, mountPath: /etc/ring}", "{name: ring, configMap: {name: ring}}", "argocd.argoproj.io/sync-wave: '2'",
            "--label=receive=\"true\"", "--receive.hashrings-file=/etc/ring/hashrings.json", "--receive.hashrings-algorithm=ketama", "--receive.replication-factor=3", "--receive.limits-config-file=/etc/ring/limits.yaml",
            "--receive.default-tenant-id=fleet", "--receive.tenant-label-name=tenant_id"),
        Thanos("StatefulSet", "ingestor", 3, "receive", Files, FilesVolume, "",
            "--label=receive_replica=\"$(NAME)\"", "--tsdb.retention=2d", "--tsdb.out-of-order.time-window=10m", "--objstore.config-file=/etc/files/objstore.yaml",
            "--receive.default-tenant-id=fleet", "--receive.tenant-label-name=tenant_id"),
        Thanos("StatefulSet", "store-0", 1, "store", Files, FilesVolume, "", "--objstore.config-file=/etc/files/objstore.yaml", "--selector.relabel-config-file=/etc/files/shard-0.yaml", "--max-time=-12h"),
        Thanos("StatefulSet", "store-1", 1, "store", Files, FilesVolume, "", "--objstore.config-file=/etc/files/objstore.yaml", "--selector.relabel-config-file=/etc/files/shard-1.yaml", "--max-time=-12h"),
        Thanos("StatefulSet", "compact", 1, "compact", Files, FilesVolume, "", "--objstore.config-file=/etc/files/objstore.yaml", "--retention.resolution-raw=90d", "--retention.resolution-5m=365d", "--delete-delay=2d", "--deduplication.replica-label=receive_replica"),
        Thanos("Deployment", "query", 2, "query", Files, FilesVolume, "", "--endpoint.sd-config-file=/etc/files/endpoints.yaml", "--query.replica-label=receive_replica", "--query.replica-label=prometheus_replica", "--query.replica-label=rule_replica"),
        Thanos("StatefulSet", "rule", 2, "rule", Files, FilesVolume, "", "--objstore.config-file=/etc/files/objstore.yaml", "--label=rule_replica=\"$(NAME)\"", "--alert.label-drop=rule_replica", "--query=dnssrv+_http._tcp.query.hub.svc", "--tsdb.retention=2d"),
        .. ((string[])["router", "ingestor", "store-0", "store-1", "compact", "query", "rule"]).Select(Service),
        .. ((string[])["router", "ingestor", "store-0", "store-1", "compact", "query", "rule"]).Select(Policy),
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: ring, namespace: hub}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: ingestor}}}
        """,
    ];

    const string Files = "{name: files, mountPath: /etc/files}";
    const string FilesVolume = "{name: files, configMap: {name: files}}";

    static string Thanos(string kind, string name, int replicas, string command, string mount, string volume, string annotation, params string[] arguments) => """
        apiVersion: apps/v1
        kind: %kind%
        metadata: {name: %name%, namespace: hub, annotations: {%annotation%}}
        spec:
          replicas: %replicas%
          serviceName: %name%
          selector: {matchLabels: {app: %name%}}
          template:
            metadata: {labels: {app: %name%}}
            spec:
              terminationGracePeriodSeconds: 900
              securityContext: {fsGroup: 1001}
              containers:
              - name: thanos
                image: quay.io/thanos/thanos:v0.42.4
                args:
                - %command%
        %arguments%
                env:
                - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                ports: [{name: grpc, containerPort: 10901}, {name: http, containerPort: 10902}]
                readinessProbe: {httpGet: {port: http, path: /-/ready}}
                volumeMounts: [%mount%]
              volumes: [%volume%]
        """
        .Replace("%kind%", kind, StringComparison.Ordinal)
        .Replace("%name%", name, StringComparison.Ordinal)
        .Replace("%annotation%", annotation, StringComparison.Ordinal)
        .Replace("%replicas%", replicas.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("%command%", command, StringComparison.Ordinal)
        .Replace("%arguments%", string.Join("\n", arguments.Select(argument => $"        - '{argument}'")), StringComparison.Ordinal)
        .Replace("%mount%", mount, StringComparison.Ordinal)
        .Replace("%volume%", volume, StringComparison.Ordinal);

    static string Service(string name) => """
        apiVersion: v1
        kind: Service
        metadata: {name: %name%, namespace: hub}
        spec:
          clusterIP: None
          selector: {app: %name%}
          ports: [{name: grpc, port: 10901, targetPort: grpc}, {name: http, port: 10902, targetPort: http}]
        """.Replace("%name%", name, StringComparison.Ordinal);

    static string Policy(string name) => """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %name%, namespace: hub}
        spec:
          podSelector: {matchLabels: {app: %name%}}
          policyTypes: [Ingress, Egress]
          ingress:
          - {from: [{podSelector: {matchLabels: {app: %caller%}}}, {podSelector: {matchLabels: {app: query}}}, {podSelector: {matchLabels: {app: rule}}}], ports: [{port: grpc}, {port: 10902}]}
          egress:
          - {ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}, {port: 443}]}
          - {to: [{podSelector: {}}], ports: [{port: 10901}, {port: 10902}]}
        """.Replace("%name%", name, StringComparison.Ordinal).Replace("%caller%", name == "ingestor" ? "router" : "query", StringComparison.Ordinal);
}
