using Belvedere;

// OpenShift with Advanced Cluster Management: six clusters of different releases, each collected from in the way that suits it.
return Fleet.Run(args, () =>
{
    var fleet = Ship.Metrics("cluster:*", "namespace:*", "up");

    // Its owners own the monitoring ConfigMaps, and what stands in them was imported.
    Profile central = new("central")
    {
        Collection = Collection.RemoteWrite(fleet),
        OpenShift = new ClusterMonitoringConfig { Imported = "cmo/*.yaml" },
        Rules = [],
    };

    // Small and many: an agent that an add-on brings, with a key that each cluster makes for itself.
    Profile store = new("store") { Collection = Collection.RemoteWrite(fleet), Collector = CollectorKind.Agent, Rules = [] };

    // A managed service: nothing of the platform's is touched, and local rules run over what is federated.
    Profile service = new("service") { Collection = Collection.RemoteWrite(Ship.Metrics("cluster:*", "belvedere:*", "up")), OpenShift = new ObservabilityOperator { UserWorkloads = true } };

    // The collectors of Advanced Cluster Management are there already.
    Profile managed = new("managed") { Collection = Collection.RemoteWrite(fleet), OpenShift = new AcmManaged(), Rules = [] };

    var onCall = new AlertReceiver("on-call") { Notifications = [new PagerDutyNotification { RoutingKey = new(SecretReference.Existing("on-call"), "routing-key") }] };
    var team = new AlertReceiver("team") { Notifications = [new SlackNotification { Url = new(SecretReference.Existing("team-chat"), "url"), Channel = "#monitoring" }] };
    AlertRoute routing = new(team) { Routes = [new(onCall) { Match = new() { ["severity"] = "critical" } }] };

    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("acm-fleet")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub-east", Platform.OpenShift("4.18") with { ObservabilityOperator = new(1, 3) })
        {
            WriteEndpoint = "write.metrics.example.com",
            // TLS ends at the routers, behind a router of its own, so that writes of a whole fleet disturb no console.
            Receive = new()
            {
                Ingestors = 3,
                ReplicationFactor = 3,
                Volume = 200.GiB,
                Exposure = WriteExposure.Route with { IngressController = new("metrics.example.com") { Replicas = 3 } },
            },
            StoreGateway = new() { Shards = 2, Replicas = 2 },
            Querier = new() { Replicas = 2 },
            QueryFrontend = new(),
            Compactor = new() { Retention = new() { Raw = 14.Days, FiveMinutes = 90.Days, OneHour = 365.Days } },
            Ruler = new(),
            Alertmanager = new() { Route = routing, Inhibitions = BuiltIn.FleetInhibitions },
            Grafana = new() { Host = "grafana.example.com" },
        },
        // From: kubectl get managedclusters -o yaml
        Clusters = Clusters.FromYaml("managedclusters.yaml", profiles: [central, store, service, managed], rings: [canary, rest]),
        Rules = [.. BuiltIn.FleetRules, .. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts],
        Dashboards = [.. BuiltIn.FleetDashboards, .. BuiltIn.HubDashboards],
        Delivery =
        [
            new ArgoCd("https://git.example.com/monitoring.git") { Namespace = "openshift-gitops", Acm = new() },
            new AcmAddOn("fleet-metrics") { Profiles = [store], SigningAuthority = SecretReference.Existing("fleet-metrics-signer") },
        ],
    };
});
