using Belvedere;

// A hub for each region, so that samples stay where they are made, and one view of both. The hub in America delivers.
return Fleet.Run(args, () =>
{
    var issued = CertificateSource.Issued(CertificateIssuer.ClusterIssuer("fleet-authority"));
    var team = new AlertReceiver("team") { Notifications = [new SlackNotification { Url = new(SecretReference.Existing("team-chat"), "url"), Channel = "#monitoring" }] };

    Hub east = new("east", Platform.Kubernetes("1.33"))
    {
        WriteEndpoint = "write.east.example.com",
        // Clusters of one tenant may come back after an outage as long as their log lasts.
        Receive = new() { ServerCertificate = issued, OutOfOrderWindow = 2.Hours },
        StoreGateway = new(),
        Querier = new(),
        GlobalQuerier = new() { ClientCertificate = issued },
        QueryFrontend = new(),
        Compactor = new(),
        Ruler = new(),
        Alertmanager = new() { Route = new(team), Inhibitions = BuiltIn.FleetInhibitions },
        Grafana = new() { Host = "grafana.example.com" },
    };
    Hub eu = new("eu", Platform.OpenShift("4.18") with { ObservabilityOperator = new(1, 3) })
    {
        WriteEndpoint = "write.eu.example.com",
        Storage = ObjectStorage.S3("metrics-eu", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        ClientCertificate = SecretReference.Existing("hub-eu-remote-write"),
        Receive = new() { ServerCertificate = issued, OutOfOrderWindow = 2.Hours },
        StoreGateway = new(),
        Querier = new() { Exposure = new("query.eu.example.com") { ServerCertificate = issued } },
        Compactor = new(),
        Ruler = new(),
        Alertmanager = new() { Route = new(team), Inhibitions = BuiltIn.FleetInhibitions },
    };

    var shipped = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "up"));
    Profile american = new("american") { Hub = east, Collection = shipped };
    Profile european = new("european") { Hub = eu, Collection = shipped, OpenShift = new ObservabilityOperator { UserWorkloads = true } };
    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("two-regions")
    {
        Storage = ObjectStorage.S3("metrics-us", "s3.us-east-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = east,
        RegionalHubs = [eu],
        Clusters = Clusters.FromYaml("clusters.yaml", profiles: [american, european], rings: [canary, rest]),
        Rules = [.. BuiltIn.FleetRules, .. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts, .. BuiltIn.GlobalQuerierAlerts],
        Dashboards = [.. BuiltIn.FleetDashboards, .. BuiltIn.HubDashboards],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };
});
