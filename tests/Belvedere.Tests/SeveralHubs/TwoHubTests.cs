using Belvedere.Testing;
using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.SeveralHubs;

/// <summary>What a fleet of two hubs becomes, read by a person once and held since; judged by schemas and by Kustomize.</summary>
public class TwoHubTests
{
    static Dictionary<string, string> Texts(MonitoringTopology topology) => Compiled.Texts(Compiled.Repository(topology));

    [Test]
    public void Fleet_is_as_its_baseline() =>
        Baseline.Matches(Checkout.Path("tests", "Belvedere.Tests", "Baselines", "TwoHubs"), Texts(TwoHubs.Fleet()));

    [Test]
    public void Fleet_builds_with_Kustomize() => OutputJudges.EveryKustomizationBuilds(Compiled.Repository(TwoHubs.Fleet()));

    [Test]
    public void Objects_are_valid_by_the_schemas_of_their_projects() => OutputJudges.EveryObjectIsValid(Compiled.Repository(TwoHubs.Fleet()));

    [Test]
    public void Objects_of_the_regional_hub_are_served_by_its_platform()
    {
        var fleet = Compiled.Repository(TwoHubs.Fleet());
        OutputJudges.EveryObjectIsValid(new([.. fleet.Files.Where(file => file.Path.StartsWith("hubs/eu/", StringComparison.Ordinal))]), TwoHubs.Eu.Platform);
    }

    [Test]
    public void Order_of_regional_hubs_changes_nothing()
    {
        Hub asia = new("asia", Hubs.Kubernetes) { Querier = new() }, west = new("west", Hubs.Kubernetes) { Querier = new() };
        var fleet = TwoHubs.Fleet();
        Assert.That(Texts(fleet with { RegionalHubs = [west, TwoHubs.Eu, asia] }), Is.EqualTo(Texts(fleet with { RegionalHubs = [TwoHubs.Eu, asia, west] })));
    }

    [Test]
    public void A_hub_more_leaves_what_writes_to_the_first_as_it_was()
    {
        Hub first = TwoHubs.East with { GlobalQuerier = null, Ruler = null };
        Profile standard = new("standard") { Hub = first };
        Clusters clusters = [new("boston", Hubs.Kubernetes, standard)];
        var alone = new MonitoringTopology("fleet") { Storage = Hubs.Bucket, Hub = first, Clusters = clusters };
        var together = Texts(alone with { RegionalHubs = [new("eu", Hubs.Kubernetes)] });

        foreach (var (path, text) in Texts(alone).Where(file => !file.Key.EndsWith("cluster.json", StringComparison.Ordinal)))
            Assert.That(together[path], Is.EqualTo(text), path);
    }

    // What comes together in one bucket, or in one query, is told apart by these.
    [Test]
    public void Pods_that_make_blocks_have_labels_that_no_other_hub_has()
    {
        var files = Texts(TwoHubs.Fleet());
        string[] Labels(string folder) =>
        [
            .. from file in files
               where file.Key.StartsWith($"{folder}/observability/statefulset-", StringComparison.Ordinal)
               from line in file.Value.Split('\n')
               where line.Contains("--label=", StringComparison.Ordinal) && line.Contains("_replica", StringComparison.Ordinal)
               select line.Trim(),
        ];
        Assert.That(Labels("hub"), Has.Length.EqualTo(2));
        Assert.That(Labels("hub").Intersect(Labels("hubs/eu")), Is.Empty);
    }

    [Test]
    public void Each_hub_knows_the_clusters_that_write_to_it()
    {
        var files = Texts(TwoHubs.Fleet());
        Assert.That(files["hub/rules/configmap-rules-inventory.yaml"], Does.Contain("cluster: boston").And.Contain("cluster: vault").And.Not.Contain("paris"));
        Assert.That(files["hubs/eu/rules/configmap-rules-inventory.yaml"], Does.Contain("cluster: paris").And.Contain("cluster: vault").And.Not.Contain("boston"));
    }

    [Test]
    public void Delivery_is_on_one_hub_and_reaches_the_other_by_its_name_or_its_server([Values] bool byServer)
    {
        var files = Texts(TwoHubs.Fleet(TwoHubs.East, byServer ? TwoHubs.Eu with { ApiServer = "https://api.eu.example.com:6443" } : TwoHubs.Eu));
        var destination = byServer ? "server: https://api.eu.example.com:6443" : "name: eu";
        Assert.That(files["hub/argocd/application-fleet-eu-observability.yaml"], Does.Contain(destination).And.Contain("path: hubs/eu/observability"));
        Assert.That(files["hub/argocd/application-fleet-observability.yaml"], Does.Contain("server: https://kubernetes.default.svc"));
        Assert.That(files["hub/bootstrap/appproject-fleet.yaml"], Does.Contain(destination));
        Assert.That(files.Keys.Where(path => path.StartsWith("hubs/", StringComparison.Ordinal)), Has.None.Contains("argocd").And.None.Contains("bootstrap"));
    }

    [Test]
    public void Argo_CD_is_told_of_the_other_hub_by_Advanced_Cluster_Management()
    {
        var files = Texts(TwoHubs.Fleet() with { Delivery = [new ArgoCd("https://git.example.com/monitoring.git") { Acm = new() }] });
        Assert.That(files["hub/argocd/placement-fleet.yaml"], Does.Contain("key: belvedere.dev/regional-hub"));
    }

    [Test]
    public void Adjustment_and_object_of_one_hub_leave_the_other_alone()
    {
        var eu = TwoHubs.Eu;
        var fleet = TwoHubs.Fleet(TwoHubs.East, eu) with
        {
            Adjustments = [Adjust.Hub<Kubernetes.Deployment>(eu, "thanos-query", made => made with { Spec = made.Spec! with { MinReadySeconds = 77 } })],
            Objects = [Also.OnHub(eu, new Kubernetes.ConfigMap { Metadata = new() { Name = "extra", Namespace = "belvedere-hub" } })],
        };
        var files = Texts(fleet);
        Assert.That(files["hubs/eu/observability/deployment-thanos-query.yaml"], Does.Contain("minReadySeconds: 77"));
        Assert.That(files["hub/observability/deployment-thanos-query.yaml"], Does.Not.Contain("minReadySeconds"));
        Assert.That(files.Keys, Does.Contain("hubs/eu/observability/configmap-extra.yaml").And.Not.Contain("hub/observability/configmap-extra.yaml"));
    }

    // 0.41 knows one TLS setting for all endpoints, 0.42 one for each.
    [Test]
    public void Release_of_Thanos_decides_how_the_Global_Querier_is_told_of_TLS([Values("0.41.0", "0.42.4")] string version)
    {
        var east = TwoHubs.East with { ThanosVersion = version, Querier = new() { Exposure = new("query.east.example.com") } };
        var files = Texts(TwoHubs.Fleet(east, TwoHubs.Eu));
        var (arguments, endpoints) = (files["hub/observability/deployment-thanos-query-global.yaml"], files["hub/observability/configmap-thanos-query-global-endpoints.yaml"]);
        Assert.That(arguments.Contains("--grpc-client-tls-secure", StringComparison.Ordinal), Is.EqualTo(version == "0.41.0"));
        Assert.That(endpoints.Contains("client_config", StringComparison.Ordinal), Is.EqualTo(version == "0.42.4"));
    }
}
