using Belvedere;

// What a real fleet has: a whole hub, three profiles, two rings, all built-in rules and dashboards. The script writes clusters.yaml.
return Fleet.Run(args, () =>
{
    Profile standard = new("standard") { ScrapeInterval = 30.Seconds, Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "up")) };
    Profile large = new("large") { ScrapeInterval = 1.Minutes, Retention = 12.Hours, Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "up")) };
    Profile edge = new("edge") { ScrapeInterval = 2.Minutes, Retention = 6.Hours, Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*")) };
    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("fleet")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub", Platform.Kubernetes("1.33"))
        {
            WriteEndpoint = "write.metrics.example.com",
            Receive = new() { Ingestors = 6, ReplicationFactor = 3, Volume = 100.GiB },
            StoreGateway = new() { Shards = 2 },
            Querier = new() { Replicas = 2 },
            QueryFrontend = new(),
            Compactor = new(),
            Ruler = new(),
            Alertmanager = new(),
            Grafana = new(),
        },
        Clusters = Clusters.FromYaml("clusters.yaml", profiles: [standard, large, edge], rings: [canary, rest]),
        Rules = [.. BuiltIn.FleetRules],
        Dashboards = [.. BuiltIn.FleetDashboards],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };
});
