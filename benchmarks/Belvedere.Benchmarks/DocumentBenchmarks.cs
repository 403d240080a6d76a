using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;

namespace Belvedere.Benchmarks;

/// <summary>
/// The first pass of a fresh process, which is what a build pays, over 4000 Deployments (some 6 MB of YAML), and an inventory of
/// 1000 clusters. Each figure is the first and only call of its own process.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 7, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
[MemoryDiagnoser]
public class ColdDocumentBenchmarks : DocumentBenchmarks;

/// <summary>The same when everything is compiled: what a long run approaches.</summary>
[SimpleJob]
[MemoryDiagnoser]
public class WarmDocumentBenchmarks : DocumentBenchmarks;

/// <summary>What documents cost.</summary>
public abstract class DocumentBenchmarks
{
    Node[] deployments = [];
    byte[] inventory = [];
    byte[] unusualInventory = [];
    ArrayBufferWriter<byte> target = new();

    [GlobalSetup]
    public void SetUp()
    {
        deployments = [.. Enumerable.Range(0, 4000).Select(Deployment)];
        inventory = Inventory("clusters:\n");
        // An anchor is for the full parser only.
        unusualInventory = Inventory("shared: &shared x\nclusters:\n");
        target = new ArrayBufferWriter<byte>(16 * 1024 * 1024);
    }

    [IterationSetup]
    public void Clear() => target.ResetWrittenCount();

    [Benchmark]
    public int WriteYaml()
    {
        YamlWriter.WriteAll(deployments, target);
        return target.WrittenCount;
    }

    [Benchmark]
    public int WriteJson()
    {
        foreach (var deployment in deployments)
            JsonWriter.Write(deployment, target);
        return target.WrittenCount;
    }

    [Benchmark]
    public int ReadInventory() => YamlReader.Read(inventory).Documents.Count;

    [Benchmark]
    public int ReadUnusualInventory() => YamlReader.Read(unusualInventory).Documents.Count;

    static byte[] Inventory(string start)
    {
        var text = new StringBuilder(start);
        for (var number = 0; number < 1000; number++)
        {
            text.Append($"- name: prod-eu-{number:D4}\n  profile: standard\n  ring: {(number % 50 == 0 ? "canary" : "rest")}\n");
            text.Append($"  platform: openshift\n  version: \"4.{14 + (number % 5)}\"\n  labels: {{region: eu-west-{number % 3}, team: shop}}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static Node Deployment(int number)
    {
        var name = ScalarNode.String($"thanos-store-{number}");
        var labels = MapNode.Of(("app.kubernetes.io/name", name), ("app.kubernetes.io/part-of", ScalarNode.String("thanos")), ("shard", ScalarNode.String($"{number}")));
        return MapNode.Of(
            ("apiVersion", ScalarNode.String("apps/v1")),
            ("kind", ScalarNode.String("Deployment")),
            ("metadata", MapNode.Of(("name", name), ("namespace", ScalarNode.String("observability")), ("labels", labels))),
            ("spec", MapNode.Of(
                ("replicas", ScalarNode.Integer(number % 5)),
                ("selector", MapNode.Of(("matchLabels", labels))),
                ("template", MapNode.Of(
                    ("metadata", MapNode.Of(("labels", labels))),
                    ("spec", MapNode.Of(
                        ("serviceAccountName", name),
                        ("securityContext", MapNode.Of(("runAsNonRoot", ScalarNode.True), ("fsGroup", ScalarNode.Integer(65534)))),
                        ("containers", new ListNode(
                        [
                            MapNode.Of(
                                ("name", ScalarNode.String("store")),
                                ("image", ScalarNode.String($"quay.io/thanos/thanos:v0.40.{number % 7}")),
                                ("args", ListNode.Of("store", "--log.level=info", "--data-dir=/var/thanos/store", "--grpc-address=0.0.0.0:10901", "--http-address=0.0.0.0:10902", "--objstore.config=$(OBJSTORE_CONFIG)")),
                                ("env", new ListNode([MapNode.Of(("name", ScalarNode.String("GOMEMLIMIT")), ("value", ScalarNode.String("900MiB")))])),
                                ("ports", new ListNode([Port("grpc", 10901), Port("http", 10902)])),
                                ("resources", MapNode.Of(("requests", MapNode.Of(("cpu", ScalarNode.String("500m")), ("memory", ScalarNode.String("1Gi")))))),
                                ("command", ListNode.Of("/bin/sh", "-c", "set -e\nexec thanos store \\\n  --wait\n"))),
                        ])),
                        ("volumes", new ListNode([MapNode.Of(("name", ScalarNode.String("data")), ("emptyDir", MapNode.Empty))])))))))));
    }

    static MapNode Port(string name, int port) => MapNode.Of(("name", ScalarNode.String(name)), ("containerPort", ScalarNode.Integer(port)), ("protocol", ScalarNode.String("TCP")));
}
