using Belvedere;
using Belvedere.Kubernetes;

return Fleet.Run(args, () =>
{
    Profile standard = new("standard")
    {
        ScrapeInterval = 30.Seconds,
        Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "namespace:*", "up")),
    };
    Profile edge = new("edge")
    {
        ScrapeInterval = 2.Minutes,
        Retention = 6.Hours,
        Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*")),
    };
    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("first-steps")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub", Platform.Kubernetes("1.33"))
        {
            WriteEndpoint = "write.metrics.example.com",
            Receive = new() { Ingestors = 3, ReplicationFactor = 3, Volume = 100.GiB },
            Querier = new() { Replicas = 2 },
        },
        Clusters = Clusters.FromYaml("clusters.yaml", profiles: [standard, edge], rings: [canary, rest])
            .With([new("laboratory", Platform.Kubernetes("1.34"), standard) { Ring = canary }])
            .Override("north", cluster => cluster with { Override = profile => profile with { Retention = 7.Days } }),
        Rules = [.. BuiltIn.FleetRules, new RuleFiles("rules/*.yaml")],
        Dashboards = [.. BuiltIn.FleetDashboards],
        Adjustments = [Adjust.Hub<Deployment>("thanos-query", deployment => deployment with { Spec = deployment.Spec! with { MinReadySeconds = 10 } })],
        Objects = [Also.OnHub("extra/*.yaml")],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };
});
