using System.Globalization;
using Belvedere;

// A thousand clusters from a loop: what the output costs, and that it stays readable.
return Fleet.Run(args, () =>
{
    Profile standard = new("standard") { Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "up")) };
    Profile store = new("store") { Collection = Collection.RemoteWrite(Ship.Metrics("cluster:*", "up")) };
    Ring[] rings = [new("canary"), new("early") { Revision = "early" }, new("rest") { Revision = "stable" }];

    return new MonitoringTopology("thousand-clusters")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub", Platform.Kubernetes("1.33"))
        {
            WriteEndpoint = "write.metrics.example.com",
            Receive = new() { Ingestors = 12, ReplicationFactor = 3, Volume = 500.GiB },
            StoreGateway = new() { Shards = 4 },
            Querier = new() { Replicas = 3 },
            QueryFrontend = new() { Replicas = 2 },
            Compactor = new(),
            Ruler = new(),
            Alertmanager = new(),
            Grafana = new(),
        },
        Clusters =
        [
            .. from number in Enumerable.Range(1, 1000)
               let name = string.Create(CultureInfo.InvariantCulture, $"cluster-{number:D4}")
               let ring = rings[number % 50 == 0 ? 0 : number % 10 == 0 ? 1 : 2]
               let region = string.Create(CultureInfo.InvariantCulture, $"region-{number % 7}")
               select new ManagedCluster(name, number % 3 == 0 ? Platform.OpenShift("4.18") : Platform.Kubernetes("1.33"), number % 3 == 0 ? store : standard)
               {
                   Ring = ring,
                   ExternalLabels = new() { ["region"] = region },
               },
        ],
        Rules = [.. BuiltIn.FleetRules, .. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts],
        Dashboards = [.. BuiltIn.FleetDashboards, .. BuiltIn.HubDashboards],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };
});
