using Belvedere;

// Kubernetes clusters of any making, pushed to by Argo CD on the hub. Large ones keep a Prometheus, small ones an agent.
return Fleet.Run(args, () =>
{
    Profile standard = new("standard")
    {
        Collection = new RemoteWrite
        {
            Ship = Ship.Metrics("belvedere:*", "namespace:*", "up"),
            Relabel = [Relabeling.DropLabels("pod_template_hash|uid")],
        },
        Replicas = 2,
        Volume = 20.GiB,
    };
    Profile edge = new("edge")
    {
        Collector = CollectorKind.Agent,
        Rules = [],
        ScrapeInterval = 1.Minutes,
        Collection = Collection.RemoteWrite(Ship.Metrics("up", "node_memory_MemAvailable_bytes", "prometheus_remote_storage_*")),
    };
    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("argocd-fleet")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub", Platform.Kubernetes("1.33"))
        {
            WriteEndpoint = "write.metrics.example.com",
            Receive = new(),
            Querier = new(),
        },
        Clusters = Clusters.FromYaml("clusters.yaml", profiles: [standard, edge], rings: [canary, rest]),
        Rules = [.. BuiltIn.FleetRules],
        Dashboards = [.. BuiltIn.FleetDashboards],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };
});
