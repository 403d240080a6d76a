using Belvedere.Testing;

namespace Belvedere.Verifier.Tests.Generation;

/// <summary>The files that random topologies read.</summary>
static class ProjectFolder
{
    public static TemporaryFolder Write()
    {
        var folder = new TemporaryFolder();
        folder.Write("clusters.yaml", """
            defaults: {platform: Kubernetes 1.33, profile: standard, ring: rest}
            clusters:
            - {name: listed-1, labels: {region: eu}, owner: team-b, region: eu-west-2}
            - {name: listed-2, labels: {region: us}, profile: edge, ring: canary, state: maintenance}
            """);
        folder.Write("managedclusters.yaml", """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: cluster.open-cluster-management.io/v1
              kind: ManagedCluster
              metadata:
                name: imported-1
                labels: {belvedere.dev/profile: service, belvedere.dev/ring: canary, vendor: OpenShift}
              status:
                clusterClaims:
                - {name: id.openshift.io, value: 00000000-0000-4000-8000-000000000099}
                - {name: product.open-cluster-management.io, value: ROSA}
                - {name: version.openshift.io, value: 4.19.1}
            """);
        folder.Write("rules.yaml", """
            groups:
            - name: of-files
              rules:
              - {record: 'belvedere:of_files:sum', expr: sum(up)}
            """);
        folder.Write("dashboards/ours.json", """{"uid": "ours", "title": "Ours", "panels": [{"type": "timeseries", "datasource": {"type": "prometheus", "uid": "thanos"}, "targets": [{"expr": "up"}]}]}""");
        folder.Write("extra.yaml", "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata:\n  name: of-our-own\nvalue: 1000\n");
        folder.Write("ca.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        folder.Write("cmo.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: cluster-monitoring-config, namespace: openshift-monitoring}
            data:
              config.yaml: |
                prometheusK8s:
                  retention: 7d
                  remoteWrite:
                  - {name: other, url: "https://other.example.com/write"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: user-workload-monitoring-config, namespace: openshift-user-workload-monitoring}
            data:
              config.yaml: |
                prometheus:
                  retention: 24h
            """);
        return folder;
    }
}
