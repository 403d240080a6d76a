using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Kubernetes;
using BenchmarkDotNet.Attributes;

namespace Belvedere.Benchmarks;

/// <summary>Records to trees and bytes, trees to records, and the checks, over as many objects as a large output has.</summary>
[MemoryDiagnoser]
public class KubernetesBenchmarks
{
    const int Count = 5_000;

    static readonly KubernetesObject[] Objects = [.. Enumerable.Range(0, Count).Select(Made)];
    static readonly MapNode[] Trees = [.. Objects.Select(made => made.ToNode())];

    [Benchmark]
    public int ToTrees() => Objects.Sum(made => made.ToNode().Count);

    [Benchmark]
    public int ToYaml() => YamlWriter.AllToUtf8(Objects.Select(made => (Node)made.ToNode())).Length;

    [Benchmark]
    public int Read() => Trees.Sum(tree => KubernetesObject.FromNode(tree).Kind.Length);

    [Benchmark]
    public int Validate() => Trees.Sum(tree => ManifestSchema.Validate(tree).Count);

    internal static KubernetesObject Made(int number) => (number % 4) switch
    {
        0 => Workload($"thanos-{number}"),
        1 => new Service { Metadata = Named(number), Spec = new() { ClusterIP = "None", Ports = [new() { Name = "http", Port = 10902, TargetPort = "http" }] } },
        2 => new ServiceMonitor { Metadata = Named(number), Spec = new() { Selector = new() { MatchLabels = new() { ["app"] = "thanos" } }, Endpoints = [new() { Port = "http", Interval = "30s", Relabelings = [new() { Action = "replace", TargetLabel = "cluster", Replacement = "east" }] }] } },
        _ => new PrometheusRule { Metadata = Named(number), Spec = new() { Groups = [new() { Name = "thanos", Interval = "1m", Rules = [.. Enumerable.Range(0, 10).Select(rule => new PrometheusRuleItem { Alert = $"Thanos{rule}", Expr = "up == 0", For = "5m", Labels = new() { ["severity"] = "warning" } })] }] } },
    };

    static StatefulSet Workload(string name) => new()
    {
        Metadata = new() { Name = name, Namespace = "monitoring", Labels = new() { ["app"] = name } },
        Spec = new()
        {
            Replicas = 3,
            ServiceName = name,
            Selector = new() { MatchLabels = new() { ["app"] = name } },
            Template = new()
            {
                Metadata = new() { Labels = new() { ["app"] = name } },
                Spec = new()
                {
                    Containers =
                    [
                        new()
                        {
                            Name = "thanos",
                            Image = "example.com/thanos:1",
                            Args = ["store", "--log.level=info"],
                            Ports = [new() { Name = "http", Port = 10902 }],
                            ReadinessProbe = new() { HttpGet = new() { Path = "/-/ready", Port = "http" } },
                            Resources = new() { Requests = new() { ["memory"] = "4Gi", ["cpu"] = "500m" } },
                        },
                    ],
                },
            },
        },
    };

    static ObjectMeta Named(int number) => new() { Name = $"thanos-{number}", Namespace = "monitoring" };
}
