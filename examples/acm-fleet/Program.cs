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

    Ring canary = new("canary"), rest = new("rest") { Revision = "stable" };

    return new MonitoringTopology("acm-fleet")
    {
        Storage = ObjectStorage.S3("metrics", "s3.eu-west-1.amazonaws.com", SecretReference.Existing("thanos-object-storage")),
        Hub = new("hub-east", Platform.OpenShift("4.18"))
        {
            WriteEndpoint = "write.metrics.example.com",
            Receive = new(),
            Querier = new(),
        },
        // From: kubectl get managedclusters -o yaml
        Clusters = Clusters.FromYaml("managedclusters.yaml", profiles: [central, store, service, managed], rings: [canary, rest]),
        Rules = [.. BuiltIn.FleetRules],
        Dashboards = [.. BuiltIn.FleetDashboards],
        Delivery =
        [
            new ArgoCd("https://git.example.com/monitoring.git") { Namespace = "openshift-gitops", Acm = new() },
            new AcmAddOn("fleet-metrics") { Profiles = [store], SigningAuthority = SecretReference.Existing("fleet-metrics-signer") },
        ],
    };
});
