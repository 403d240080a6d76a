using System.Globalization;
using System.Text;

namespace Belvedere.Tests.Compilation;

/// <summary>Topologies that several tests compile.</summary>
static class Fleets
{
    /// <summary>A hub and two clusters, with something of everything that a model can say.</summary>
    public static MonitoringTopology Small()
    {
        Profile standard = new("standard") { Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "up")), ExternalLabels = new() { ["tier"] = "gold" } };
        Ring canary = new("canary"), rest = new("rest") { Revision = "v1.2.3" };
        return new MonitoringTopology("small")
        {
            Storage = ObjectStorage.S3("metrics", "s3.example.com", SecretReference.Existing("object-storage")),
            Hub = new("hub", Platform.Kubernetes("1.33"))
            {
                WriteEndpoint = "write.metrics.example.com",
                Receive = new(),
                Querier = new(),
            },
            Clusters =
            [
                new("north", Platform.Kubernetes("1.33"), standard) { Ring = canary },
                new("south", Platform.Kubernetes("1.33"), standard) { Ring = rest, Override = profile => profile with { Retention = 7.Days } },
            ],
            Rules = BuiltIn.FleetRules,
            Dashboards = BuiltIn.FleetDashboards,
            Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
        };
    }

    /// <summary>The inventory of many clusters, in three regions and two rings.</summary>
    public static string Inventory(IEnumerable<int> numbers)
    {
        var text = new StringBuilder("defaults:\n  platform: Kubernetes 1.33\n  profile: standard\n  ring: rest\nclusters:\n");
        foreach (var number in numbers)
            text.Append(CultureInfo.InvariantCulture, $"- name: cluster-{number:D4}\n  ring: {(number % 10 == 0 ? "canary" : "rest")}\n  labels:\n    region: region-{number % 3}\n");
        return text.ToString();
    }

    /// <summary>The topology over such an inventory.</summary>
    public static MonitoringTopology OfInventory(string path, IReadOnlyList<RuleSource>? rules = null, IReadOnlyList<DashboardSource>? dashboards = null)
    {
        Profile standard = new("standard");
        Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };
        return new MonitoringTopology("fleet")
        {
            Storage = ObjectStorage.S3("metrics", "s3.example.com", SecretReference.Existing("object-storage")),
            Hub = new("hub", Platform.Kubernetes("1.33")) { WriteEndpoint = "write.metrics.example.com", Receive = new() { Ingestors = 6 }, Querier = new() },
            Clusters = Clusters.FromYaml(path, [standard], [canary, rest]),
            Rules = [.. BuiltIn.FleetRules, .. rules ?? []],
            Dashboards = [.. BuiltIn.FleetDashboards, .. dashboards ?? []],
            Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
        };
    }
}
