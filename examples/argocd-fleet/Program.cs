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
    var onCall = new AlertReceiver("on-call") { Notifications = [new PagerDutyNotification { RoutingKey = new(SecretReference.Existing("on-call"), "routing-key") }] };
    var team = new AlertReceiver("team") { Notifications = [new SlackNotification { Url = new(SecretReference.Existing("team-chat"), "url"), Channel = "#monitoring" }] };
    AlertRoute routing = new(team) { Routes = [new(onCall) { Match = new() { ["severity"] = "critical" } }] };

    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("argocd-fleet")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub", Platform.Kubernetes("1.33"))
        {
            WriteEndpoint = "write.metrics.example.com",
            // Blocks stay for a year; what is older than a fortnight at a lower resolution.
            Receive = new() { Ingestors = 3, ReplicationFactor = 3, Volume = 100.GiB },
            StoreGateway = new() { Replicas = 2 },
            Querier = new() { Replicas = 2 },
            QueryFrontend = new(),
            Compactor = new() { Retention = new() { Raw = 14.Days, FiveMinutes = 90.Days, OneHour = 365.Days } },
            Ruler = new(),
            Alertmanager = new() { Route = routing, Inhibitions = BuiltIn.FleetInhibitions },
            Grafana = new() { Host = "grafana.example.com" },
        },
        Clusters = Clusters.FromYaml("clusters.yaml", profiles: [standard, edge], rings: [canary, rest]),
        Rules = [.. BuiltIn.FleetRules, .. BuiltIn.ClusterDetailRules, .. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts],
        Dashboards = [.. BuiltIn.FleetDashboards, .. BuiltIn.HubDashboards],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };
});
