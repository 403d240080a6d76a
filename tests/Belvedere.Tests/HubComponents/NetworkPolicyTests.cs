using System.Text.Json.Nodes;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.HubComponents;

/// <summary>
/// Who reaches whom by the emitted policies alone, as a cluster evaluates them: both sides must allow, and ports are those that
/// the pods listen on.
/// </summary>
public class NetworkPolicyTests
{
    static readonly JsonObject[] Kubernetes = Objects(Hubs.Kubernetes);

    static readonly JsonObject[] OpenShift = Objects(Hubs.OpenShift);

    [TestCase("thanos-receive-router", "thanos-receive-ingestor", "grpc", true)]
    [TestCase("thanos-query", "thanos-receive-ingestor", "grpc", true)]
    [TestCase("thanos-query", "thanos-store-1", "grpc", true)]
    [TestCase("thanos-query", "thanos-rule", "grpc", true)]
    [TestCase("thanos-query-frontend", "thanos-query", "http", true)]
    [TestCase("thanos-rule", "thanos-query", "http", true)]
    [TestCase("grafana", "thanos-query-frontend", "http", true)]
    [TestCase("thanos-store-0", "memcached-index", "memcached", true)]
    [TestCase("grafana", "thanos-query", "http", false)]
    [TestCase("grafana", "thanos-receive-ingestor", "grpc", false)]
    [TestCase("thanos-query", "thanos-receive-ingestor", "remote-write", false)]
    [TestCase("thanos-compact", "thanos-store-0", "grpc", false)]
    public void Pod_reaches_pod_only_where_the_model_says_so(string from, string to, string port, bool isReached)
    {
        foreach (var objects in (JsonObject[][])[Kubernetes, OpenShift])
            Assert.That(Reaches(objects, from, to, port), Is.EqualTo(isReached));
    }

    [Test]
    public void Every_pod_resolves_names_by_the_ports_of_Kubernetes_and_of_OpenShift()
    {
        foreach (var policy in Kubernetes.Concat(OpenShift).Where(made => (string?)made["kind"] == "NetworkPolicy"))
            Assert.That(
                Egress(policy).SelectMany(Ports).Select(port => ((long?)port["port"], (string?)port["protocol"])),
                Is.SupersetOf(new (long?, string?)[] { (53, "UDP"), (53, "TCP"), (5353, "UDP"), (5353, "TCP") }),
                (string?)policy["metadata"]!["name"]);
    }

    [TestCase("https://alerts.example.com:8443", 8443)]
    [TestCase("https://alerts.example.com", 443)]
    [TestCase("http://alerts.example.com", 80)]
    [TestCase("http://dnssrv+_web._tcp.alertmanager-operated.monitoring.svc", 9093)]
    public void Ruler_reaches_each_Alertmanager_outside_at_its_port(string address, int port)
    {
        var topology = Hubs.Of(hub => hub with { Querier = new(), Ruler = new() { Alertmanagers = [address] } });
        Assert.That(Compiled.Texts(Compiled.Repository(topology))["hub/observability/networkpolicy-thanos-rule.yaml"], Does.Contain($"    - port: {port}\n      protocol: TCP\n"));
    }

    [Test]
    public void Replicas_of_Alertmanager_agree_by_TCP_and_UDP()
    {
        var policy = Policy(Kubernetes, "alertmanager-hub");
        Assert.That(
            Ingress(policy).SelectMany(Ports).Where(port => (long?)port["port"] == 9094).Select(port => (string?)port["protocol"]),
            Is.EquivalentTo(new[] { "TCP", "UDP" }));
    }

    [Test]
    public void Writes_come_through_routers_of_OpenShift_also_where_they_use_the_network_of_their_nodes()
    {
        var labels = Ingress(Policy(OpenShift, "thanos-receive-router"))
            .Where(rule => Ports(rule).Any(port => (long?)port["port"] == 19291))
            .SelectMany(rule => rule["from"]!.AsArray())
            .Select(peer => peer!["namespaceSelector"]!["matchLabels"]!.AsObject().Single().Key);
        Assert.That(labels, Is.EquivalentTo(new[] { "policy-group.network.openshift.io/ingress", "policy-group.network.openshift.io/host-network" }));
    }

    [Test]
    public void Writes_come_from_everywhere_through_a_load_balancer() => Assert.That(
        Ingress(Policy(Kubernetes, "thanos-receive-router")).Single(rule => Ports(rule).Any(port => (long?)port["port"] == 19291))["from"],
        Is.Null);

    [Test]
    public void Every_scraped_port_is_open_to_what_observes_the_hub()
    {
        foreach (var monitor in Kubernetes.Where(made => (string?)made["kind"] == "ServiceMonitor" && (string?)made["metadata"]!["name"] != "alertmanager-hub"))
            foreach (var endpoint in monitor["spec"]!["endpoints"]!.AsArray())
                Assert.That(Reaches(Kubernetes, "prometheus-hub", (string)monitor["metadata"]!["name"]!, (string)endpoint!["port"]!), Is.True, monitor["metadata"]!["name"]!.ToJsonString());
        foreach (var policy in OpenShift.Where(made => (string?)made["kind"] == "NetworkPolicy"))
            Assert.That(policy.ToJsonString(), Does.Contain("network.openshift.io/policy-group\":\"monitoring"), (string?)policy["metadata"]!["name"]);
    }

    static bool Reaches(JsonObject[] objects, string from, string to, string port)
    {
        var (caller, callee) = (Policy(objects, from), Policy(objects, to));
        var number = ContainerPort(objects, to, port);
        return Allows(Egress(caller), "to", Selector(callee), number) && Allows(Ingress(callee), "from", Selector(caller), number);
    }

    // A pod of the policy's selector carries just its labels here; no two selectors are alike.
    static bool Allows(IEnumerable<JsonNode> rules, string side, JsonObject pod, long number) => rules.Any(rule =>
        (rule["ports"] is null || Ports(rule).Any(port => (long?)port["port"] == number))
        && (rule[side] is not JsonArray peers
            || peers.Any(peer => peer!["namespaceSelector"] is null && peer["podSelector"]!["matchLabels"]!.AsObject().All(label => (string?)pod[label.Key] == (string?)label.Value))));

    static long ContainerPort(JsonObject[] objects, string name, string port) => objects
        .Where(made => (string?)made["kind"] is "StatefulSet" or "Deployment" && (string?)made["metadata"]!["name"] == name)
        .SelectMany(made => made["spec"]!["template"]!["spec"]!["containers"]!.AsArray())
        .SelectMany(container => container!["ports"]!.AsArray())
        .Where(one => (string?)one!["name"] == port)
        .Select(one => (long)one!["containerPort"]!)
        .Single();

    static JsonObject Policy(JsonObject[] objects, string name) =>
        objects.Single(made => (string?)made["kind"] == "NetworkPolicy" && (string?)made["metadata"]!["name"] == name);

    static JsonObject Selector(JsonObject policy) => policy["spec"]!["podSelector"]!["matchLabels"]!.AsObject();

    static IEnumerable<JsonNode> Ingress(JsonObject policy) => policy["spec"]!["ingress"]?.AsArray().OfType<JsonNode>() ?? [];

    static IEnumerable<JsonNode> Egress(JsonObject policy) => policy["spec"]!["egress"]?.AsArray().OfType<JsonNode>() ?? [];

    static IEnumerable<JsonNode> Ports(JsonNode rule) => rule["ports"]?.AsArray().OfType<JsonNode>() ?? [];

    static JsonObject[] Objects(Platform platform)
    {
        var topology = Hubs.Whole(platform).With(hub => hub with { StoreGateway = hub.StoreGateway! with { IndexCache = Cache.Memcached(new("index")) } });
        return
        [
            .. Compiled.Texts(Compiled.Repository(topology))
                .Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal) && !file.Key.EndsWith("kustomization.yaml", StringComparison.Ordinal))
                .SelectMany(file => YamlAsJson.Read(file.Value))
                .Select(made => made.AsObject()),
        ];
    }
}
