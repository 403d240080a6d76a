using Belvedere.Emission;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>Clusters that are not as the others: switched off, gone, or listed by Advanced Cluster Management.</summary>
public class ClusterStateTests
{
    static readonly Profile Edge = new("edge") { Collection = Collection.RemoteWrite(Spokes.Names) };

    static readonly Ring Canary = new("canary");

    static CompilationResult Compile(string inventory)
    {
        using var project = new TemporaryFolder();
        project.Write("clusters.yaml", inventory);
        return Compiled.From(
            new MonitoringTopology("fleet")
            {
                Hub = new("hub", Platform.Kubernetes("1.33")) { WriteEndpoint = "write.metrics.example.com" },
                Clusters = Clusters.FromYaml("clusters.yaml", [Edge], [Canary]),
                Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
            },
            project.Root);
    }

    static string ClusterFile(CompilationResult result, string name, string file) =>
        Compiled.Texts(result.Repository).GetValueOrDefault($"clusters/{Layout.Shard(name)}/{name}/{file}", "");

    [Test]
    public void Decommissioned_cluster_gets_nothing_and_keeps_its_name()
    {
        var result = Compile("defaults: {platform: Kubernetes 1.33, profile: edge}\nclusters:\n- {name: north}\n- {name: south, state: decommissioned}\n");
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(ClusterFile(result, "north", "cluster.json"), Is.Not.Empty);
        Assert.That(ClusterFile(result, "south", "cluster.json"), Is.Empty);

        var twice = Compile("defaults: {platform: Kubernetes 1.33, profile: edge}\nclusters:\n- {name: south}\n- {name: south, state: decommissioned}\n");
        Assert.That(twice.Diagnostics.Select(found => found.Descriptor.Code), Is.EqualTo(new[] { "BLV1001" }));
    }

    [Test]
    public void Hibernating_cluster_keeps_what_it_has_and_is_not_synced()
    {
        var result = Compile("defaults: {platform: Kubernetes 1.33, profile: edge}\nclusters:\n- {name: north}\n- {name: south, state: hibernating, owner: shop}\n");
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(ClusterFile(result, "south", "cluster.json"), Does.Contain("\"state\": \"hibernating\"").And.Contain("\"owner\": \"shop\""));
            Assert.That(ClusterFile(result, "north", "cluster.json"), Does.Not.Contain("state"));
            Assert.That(Compiled.Texts(result.Repository)["hub/argocd/applicationset-fleet-all.yaml"], Does.Contain("operator: NotIn").And.Contain("- hibernating"));
        });
    }

    [Test]
    public void Clusters_are_read_as_Advanced_Cluster_Management_lists_them()
    {
        var result = Compile("""
            apiVersion: v1
            kind: List
            items:
            - apiVersion: cluster.open-cluster-management.io/v1
              kind: ManagedCluster
              metadata:
                name: north
                labels: {belvedere.dev/profile: edge, belvedere.dev/ring: canary, belvedere.dev/owner: shop, belvedere.dev/state: maintenance, vendor: OpenShift}
              spec: {hubAcceptsClient: true, leaseDurationSeconds: 60}
              status:
                clusterClaims:
                - {name: id.openshift.io, value: 0e4a-11}
                - {name: version.openshift.io, value: 4.18.7}
                - {name: product.open-cluster-management.io, value: ROSA}
                - {name: region.open-cluster-management.io, value: eu-west-1}
            - apiVersion: cluster.open-cluster-management.io/v1
              kind: ManagedCluster
              metadata: {name: south, labels: {belvedere.dev/profile: edge}}
              status:
                clusterClaims:
                - {name: kubeversion.open-cluster-management.io, value: v1.31.3}
            """);
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(ClusterFile(result, "north", "cluster.json"), Does.Contain("\"platform\": \"ROSA 4.18\"").And.Contain("\"ring\": \"canary\"").And.Contain("\"owner\": \"shop\"").And.Contain("\"state\": \"maintenance\"").And.Contain("\"region\": \"eu-west-1\""));
            Assert.That(ClusterFile(result, "north", "kustomization.yaml"), Does.Contain("cluster_id: '0e4a-11'").And.Contain("base/edge.openshift-4.18"));
            Assert.That(ClusterFile(result, "south", "cluster.json"), Does.Contain("\"platform\": \"Kubernetes 1.31\"").And.Contain("\"ring\": \"all\""));
        });
    }

    [TestCase("metadata: {name: north}\nstatus: {clusterClaims: [{name: version.openshift.io, value: 4.18.7}]}", "BLV1100", "'north'", "belvedere.dev/profile")]
    [TestCase("metadata: {name: north, labels: {belvedere.dev/profile: edge}}\nstatus: {}", "BLV1101", "'north'", "has not reported")]
    [TestCase("metadata: {name: north, labels: {belvedere.dev/profile: egde}}\nstatus: {clusterClaims: [{name: version.openshift.io, value: 4.18.7}]}", "BLV1025", "'egde'", "Did you mean 'edge'?")]
    [TestCase("metadata: {name: north, labels: {belvedere.dev/profile: edge, belvedere.dev/state: retired}}\nstatus: {clusterClaims: [{name: version.openshift.io, value: 4.18.7}]}", "BLV1102", "'retired'", "decommissioned")]
    public void Listed_cluster_that_cannot_be_taken_is_told(string cluster, string code, params string[] says)
    {
        var result = Compile($"apiVersion: cluster.open-cluster-management.io/v1\nkind: ManagedCluster\n{cluster}\n---\nclusters:\n- {{name: other, platform: Kubernetes 1.33, profile: edge}}\n");
        Assert.That(result.Diagnostics.Select(found => found.Descriptor.Code), Is.EqualTo(new[] { code }), () => string.Join("\n", result.Diagnostics));
        foreach (var part in says)
            Assert.That(result.Diagnostics[0].Message, Does.Contain(part));
        Assert.That(result.Diagnostics[0].Location.Line, Is.EqualTo(1));
    }
}
