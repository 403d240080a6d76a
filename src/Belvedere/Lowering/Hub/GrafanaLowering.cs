using System.Text;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Dashboards;
using Belvedere.Lowering.Workloads;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Grafana with its data source and the topology's dashboards, all from ConfigMaps.</summary>
static class GrafanaLowering
{
    const string Name = "grafana";
    const string ConfigFolder = "/etc/belvedere/grafana";
    const string ProvisioningFolder = "/etc/belvedere/provisioning";
    const string DashboardsFolder = "/etc/belvedere/dashboards";
    const string DataSources = "grafana-datasources";
    const string Providers = "grafana-dashboard-providers";

    // The user of the image.
    const int User = 472;

    static readonly WorkloadPort Port = new("http", 3000);

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.Grafana is { } grafana ? [Workload(topology, hub, grafana)] : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Grafana is not { } grafana)
            yield break;

        yield return ThanosWorkload.ConfigMap(topology, hub, Name, grafana.Authored, new() { ["grafana.ini"] = Configuration(grafana) });
        yield return ThanosWorkload.ConfigMap(topology, hub, DataSources, grafana.Authored, new() { ["datasources.yaml"] = DataSource(hub) });
        yield return ThanosWorkload.ConfigMap(topology, hub, Providers, grafana.Authored, new() { ["dashboards.yaml"] = Provider(topology) });
        if (grafana.Authored.Host is { } host)
            yield return new Manifest(Exposed(topology, hub, grafana, host), HubTarget.Observability, Origin.Of(grafana.Authored));
    }

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundGrafana grafana) => new()
    {
        Namespace = hub.Namespace,
        Name = Name,
        Program = Name,
        Component = "dashboards",
        Topology = topology.Name,
        Authored = grafana.Authored,
        Image = grafana.Component.Image,
        Resources = grafana.Component.Resources,
        Scheduling = grafana.Component.Scheduling,
        Arguments = [],
        Replicas = grafana.Replicas,
        Ports = [Port],
        Probes = new(Port.Name, ReadyFailures: 12, LiveFailures: 6, Startup: 5.Minutes, ReadyPath: "/api/health", LivePath: "/api/health"),
        Grace = 30.Seconds,
        User = ThanosWorkload.UserOf(hub, User),
        Environment =
        [
            new PlainValue("GF_PATHS_CONFIG", $"{ConfigFolder}/grafana.ini"),
            new PlainValue("GF_PATHS_PROVISIONING", ProvisioningFolder),
            new SecretValue("GF_SECURITY_ADMIN_USER", grafana.Administrator.Name, "admin-user"),
            new SecretValue("GF_SECURITY_ADMIN_PASSWORD", grafana.Administrator.Name, "admin-password"),
            .. grafana.Authored.Database is { } database
                ? [new SecretValue("GF_DATABASE_USER", database.Credentials.Name, "username"), new SecretValue("GF_DATABASE_PASSWORD", database.Credentials.Name, "password")]
                : Enumerable.Empty<EnvironmentValue>(),
            .. grafana.Authored.SecretSettings.Select(setting => new SecretValue(Variable(setting.Name), setting.Secret.Name, setting.Key)),
        ],
        Files =
        [
            new("config", ConfigFolder, new ConfigMapFiles(Name), Configuration(grafana)),
            new("datasources", $"{ProvisioningFolder}/datasources", new ConfigMapFiles(DataSources), DataSource(hub)),
            new("providers", $"{ProvisioningFolder}/dashboards", new ConfigMapFiles(Providers), Checksum: null),
            // Grafana looks for changed dashboards by itself.
            .. topology.Dashboards.Count == 0 ? Enumerable.Empty<MountedFiles>() : [new("dashboards", DashboardsFolder, new ConfigMapsTogether([.. topology.Dashboards.Select(DashboardLowering.NameOf)]), Checksum: null)],
        ],
        Scratch = ["/var/lib/grafana", "/tmp"],
        Calls =
        [
            .. QueryFrontendLowering.Url(hub) is null ? Enumerable.Empty<Call>() : [QueryFrontendLowering.QueryCall(hub)],
            .. hub.SelfMonitoring is BoundOwnPrometheus ? [new PeerCall(SelfMonitoringLowering.PeerName, SelfMonitoringLowering.Web.Name)] : Enumerable.Empty<Call>(),
            .. hub.Alertmanager is null ? Enumerable.Empty<Call>() : [new PeerCall(AlertmanagerLowering.PeerName, AlertmanagerLowering.Web.Name)],
            .. grafana.Authored.Database is { } outside ? [new OutsideCall(DatabasePort(outside))] : Enumerable.Empty<Call>(),
            // Whoever tells who the users are.
            new OutsideCall(443),
        ],
        // People come through a router or an ingress controller, wherever that runs.
        Admits = grafana.Authored.Host is null ? [] : [new(hub.IsOpenShift ? new OpenShiftRouters() : new Anyone(), Port.Name)],
    };

    static string Configuration(BoundGrafana grafana)
    {
        var settings = LabelSet.From(
        [
            new("analytics.check_for_updates", "false"),
            new("analytics.reporting_enabled", "false"),
            .. grafana.Authored.Host is { } host ? [new("server.root_url", $"https://{host}/")] : Enumerable.Empty<KeyValuePair<string, string>>(),
            .. Database(grafana.Authored.Database),
            .. grafana.Authored.Settings,
        ]);
        var text = new StringBuilder();
        foreach (var section in settings.GroupBy(setting => SectionOf(setting.Key), StringComparer.Ordinal))
        {
            text.Append('[').Append(section.Key).Append("]\n");
            foreach (var (name, value) in section)
                text.Append(name.AsSpan(name.LastIndexOf('.') + 1)).Append(" = ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    static IEnumerable<KeyValuePair<string, string>> Database(GrafanaDatabase? database) => database is null ? [] :
    [
        new("database.type", database.Type is DatabaseType.MySql ? "mysql" : "postgres"),
        new("database.host", database.Host),
        new("database.name", database.Name ?? "grafana"),
        new("database.ssl_mode", database.TlsMode ?? (database.Type is DatabaseType.MySql ? "true" : "require")),
    ];

    static string SectionOf(string setting) => setting.LastIndexOf('.') is var dot and > 0 ? setting[..dot] : "DEFAULT";

    static int DatabasePort(GrafanaDatabase database) =>
        database.Host.LastIndexOf(':') is var colon and > 0 && int.TryParse(database.Host.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port)
            ? port
            : database.Type is DatabaseType.MySql ? 3306 : 5432;

    // A setting as Grafana reads it from the environment.
    static string Variable(string setting) => "GF_" + setting.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    static string DataSource(BoundHub hub) => Yaml(MapNode.Of(
        ("apiVersion", ScalarNode.Integer(1)),
        ("datasources", new ListNode(
        [
            .. QueryFrontendLowering.Url(hub) is { } url
                ?
                [
                    MapNode.Of(
                        ("name", Of("Thanos")),
                        ("uid", Of("thanos")),
                        ("type", Of("prometheus")),
                        ("access", Of("proxy")),
                        ("url", Of(url)),
                        ("isDefault", ScalarNode.True),
                        ("editable", ScalarNode.False),
                        ("jsonData", MapNode.Of(
                            ("httpMethod", Of("POST")),
                            ("prometheusType", Of("Thanos")),
                            ("queryTimeout", Of(hub.GlobalQuerier?.Timeout ?? hub.Querier?.Timeout)),
                            // Panels over minutes need two samples of what is shipped.
                            ("timeInterval", Of("30s"))))),
                ]
                : Enumerable.Empty<Node>(),
            // Dashboards of the hub's own health read what observes it.
            .. hub.SelfMonitoring is BoundOwnPrometheus
                ?
                [
                    MapNode.Of(
                        ("name", Of("Hub")),
                        ("uid", Of("hub")),
                        ("type", Of("prometheus")),
                        ("access", Of("proxy")),
                        ("url", Of(SelfMonitoringLowering.Url(hub))),
                        ("editable", ScalarNode.False),
                        ("jsonData", MapNode.Of(("httpMethod", Of("POST")), ("timeInterval", Of("30s"))))),
                ]
                : Enumerable.Empty<Node>(),
            .. hub.Alertmanager is null ? Enumerable.Empty<Node>() :
            [
                MapNode.Of(
                    ("name", Of("Alertmanager")),
                    ("uid", Of("alertmanager")),
                    ("type", Of("alertmanager")),
                    ("access", Of("proxy")),
                    ("url", Of(FormattableString.Invariant($"http://alertmanager-operated.{hub.Namespace}.svc:{AlertmanagerLowering.Web.Number}"))),
                    ("editable", ScalarNode.False),
                    ("jsonData", MapNode.Of(("implementation", Of("prometheus")), ("handleGrafanaManagedAlerts", ScalarNode.False)))),
            ],
        ]))));

    static string Provider(BoundTopology topology) => Yaml(MapNode.Of(
        ("apiVersion", ScalarNode.Integer(1)),
        ("providers", new ListNode(
        [
            MapNode.Of(
                ("name", Of(topology.Name)),
                ("folder", Of(topology.Name)),
                ("type", Of("file")),
                ("allowUiUpdates", ScalarNode.False),
                ("updateIntervalSeconds", ScalarNode.Integer(30)),
                ("options", MapNode.Of(("path", Of(DashboardsFolder))))),
        ]))));

    static KubernetesObject Exposed(BoundTopology topology, BoundHub hub, BoundGrafana grafana, string host)
    {
        var metadata = new ObjectMeta { Name = Name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) };
        return hub.IsOpenShift
            ? new Route
            {
                Metadata = metadata,
                Spec = new()
                {
                    Host = host,
                    To = new() { Kind = "Service", Name = Name, Weight = 100 },
                    Port = new() { TargetPort = Port.Name },
                    Tls = new() { Termination = "edge", InsecureEdgeTerminationPolicy = "Redirect" },
                    WildcardPolicy = "None",
                },
            }
            : new Ingress
            {
                Metadata = metadata,
                Spec = new()
                {
                    Tls = [new() { Hosts = [host], SecretName = grafana.Certificate.Name }],
                    Rules = [new() { Host = host, Http = new() { Paths = [new() { Path = "/", PathType = "Prefix", Backend = new() { Service = new() { Name = Name, Port = new() { Name = Port.Name } } } }] } }],
                },
            };
    }
}
