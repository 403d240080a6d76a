using System.Text;
using System.Text.RegularExpressions;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.ShippedContent;

/// <summary>Every shipped alert fires on what it is for and is quiet on what is near to it; Prometheus itself is the judge.</summary>
public class ShippedAlertTests
{
    // Five minutes of steps of a minute are enough for rates; alerts wait longer, so series are long.
    const string Write = """http_requests_total{job="thanos-receive", handler="receive", tenant="fleet", code=""";

    static readonly Example[] Examples =
    [
        new("BelvedereHubDeadMansSwitch", "1m", Fires: [("up{job=\"any\"}", "1x10")], Quiet: null),
        new("BelvedereHubWritePathDown", "30m", [($"{Write}\"200\"}}", "5x60"), ($"{Write}\"503\"}}", "0+60x60")], [($"{Write}\"200\"}}", "0+60x60")]),
        new("BelvedereWriteErrors", "30m", [($"{Write}\"200\"}}", "0+90x60"), ($"{Write}\"503\"}}", "0+10x60")], [($"{Write}\"200\"}}", "0+99x60"), ($"{Write}\"503\"}}", "0+1x60")]),
        new("BelvedereWriteTooLarge", "30m", [($"{Write}\"413\"}}", "0+1x60")], [($"{Write}\"200\"}}", "0+1x60")]),
        new("BelvedereWriteLimited", "30m", [($"{Write}\"429\"}}", "0+1x60")], [($"{Write}\"413\"}}", "7x60"), ($"{Write}\"429\"}}", "7x60")]),
        new("BelvedereWriteConflicts", "40m", [($"{Write}\"200\"}}", "0+90x60"), ($"{Write}\"409\"}}", "0+10x60")], [($"{Write}\"200\"}}", "0+999x60"), ($"{Write}\"409\"}}", "0+1x60")]),
        new("BelvedereTenantNearSeriesLimit", "30m", Series(81), Series(79)),
        new("BelvedereReceiveReplicationFailing", "30m", Results("thanos_receive_replications_total", 10, 90), Results("thanos_receive_replications_total", 1, 99)),
        new("BelvedereReceiveForwardFailing", "40m", Results("thanos_receive_forward_requests_total", 20, 80), Results("thanos_receive_forward_requests_total", 5, 95)),
        new("BelvedereReceiveRingMismatch", "40m", Hashes("7x60", "8x60"), Hashes("7x60", "7x60")),
        new("BelvedereReceiveRestarting", "2h", [("process_start_time_seconds{job=\"thanos-receive\", namespace=\"hub\", pod=\"a\"}", "0+1x120")], [("process_start_time_seconds{job=\"thanos-receive\", namespace=\"hub\", pod=\"a\"}", "1x60 2x60")]),
        new("BelvedereQueryErrors", "30m", Queries(10, 90), Queries(1, 99)),
        new("BelvedereQueryEndpointsMissing", "40m", Endpoints(2), Endpoints(3)),
        new("BelvedereGlobalQuerierHubMissing", "40m", Asked("Unavailable"), Asked("OK")),
        new("BelvedereStoreStale", "8h", Loaded("1x480"), Loaded("1+60x480")),
        new("BelvedereReceiveNoUpload", "6h", Uploads("5x360"), Uploads("0+1x360")),
        new("BelvedereBucketFailing", "40m", Bucket(10), Bucket(1)),
        new("BelvedereCompactHalted", "30m", Compact("thanos_compact_halted", "1x60"), Compact("thanos_compact_halted", "0x60")),
        new("BelvedereCompactBacklog", "14h", Compact("thanos_compact_todo_compactions", "101x840"), Compact("thanos_compact_todo_compactions", "99x840")),
        new("BelvedereCompactMultipleRunning", "30m", Compactors("0", "0"), Compactors("0", "1")),
        new("BelvedereRuleEvaluationFailing", "30m", Rule("prometheus_rule_evaluation_failures_total", "0+1x60"), Rule("prometheus_rule_evaluation_failures_total", "9x60")),
        new("BelvedereRuleEvaluationMissed", "60m", Rule("prometheus_rule_group_iterations_missed_total", "0+1x60"), Rule("prometheus_rule_group_iterations_missed_total", "9x60")),
        new("BelvedereRuleAlertsDropped", "30m", Dropped("0+1x60"), Dropped("9x60")),
        new("BelvedereAlertmanagerClusterSplit", "40m", Members("2x60"), Members("3x60")),
        new("BelvedereNotificationsFailing", "40m", Notified(20), Notified(1)),
        new("BelvedereAlertmanagerConfigRefused", "30m", Reloaded("0x60"), Reloaded("1x60")),
        new("BelvedereClusterSilent", "3h", [Known("north"), ("belvedere:cluster_heartbeat{cluster=\"north\"}", "1x60 _x120")], [Known("north"), ("belvedere:cluster_heartbeat{cluster=\"north\"}", "1x180")]),
        new("BelvedereClusterNeverReported", "2h", [Known("north")], [Known("north"), ("belvedere:cluster_heartbeat{cluster=\"north\"}", "1x10 _x170")]),
        new("BelvedereManyClustersSilent", "30m", [Known("a"), Known("b"), Known("c"), Known("d"), ("belvedere:cluster_heartbeat{cluster=\"d\"}", "1x180")], [Known("a"), Known("b"), Known("c"), ("belvedere:cluster_heartbeat{cluster=\"c\"}", "1x180")]),
        new("BelvedereUnknownCluster", "30m", [Known("north"), ("belvedere:cluster_heartbeat{cluster=\"south\"}", "1x60")], [Known("north"), ("belvedere:cluster_heartbeat{cluster=\"north\"}", "1x60")]),
        new("BelvedereClusterIdentityConflict", "30m", Identities("1", "2"), Identities("1", "1")),
        new("BelvedereRemoteWriteBehind", "40m", Sent("0+60x10 600x50"), Sent("-60+60x60")),
        new("BelvedereRemoteWriteFailing", "30m", OnTheWay("prometheus_remote_storage_samples_failed_total", "0+1x60"), OnTheWay("prometheus_remote_storage_samples_failed_total", "9x60")),
        new("BelvedereRemoteWriteAtMaxShards", "30m", Shards("6x60"), Shards("5x60")),
        new("BelvedereFleetDeadMansSwitch", "5m", [("belvedere:cluster_heartbeat{cluster=\"north\"}", "1x60")], [Known("north")]),
    ];

    static IEnumerable<AlertingRule> Alerts => BuiltIn.FleetRules.Concat(BuiltIn.FleetAlerts).Concat(BuiltIn.HubAlerts).Concat(BuiltIn.GlobalQuerierAlerts).Cast<RuleGroup>().SelectMany(group => group.Rules).OfType<AlertingRule>();

    [Test]
    public void Every_alert_has_an_example() => Assert.That(Examples.Select(example => example.Alert), Is.EquivalentTo(Alerts.Select(alert => alert.Name)));

    [Test]
    public void Every_alert_says_what_it_is_whose_it_is_and_what_to_do()
    {
        foreach (var alert in Alerts)
        {
            Assert.That(alert.Severity, Is.Not.Null, alert.Name);
            Assert.That(alert.Labels, Contains.Key("owner"), alert.Name);
            Assert.That(alert.Summary, Is.Not.Null.And.EndsWith("."), alert.Name);
            Assert.That(alert.Description, Is.Not.Null.And.EndsWith("."), alert.Name);
            Assert.That(File.Exists(Checkout.Path("docs", alert.Runbook!)), Is.True, alert.Name);
        }

        var pages = Directory.EnumerateFiles(Checkout.Path("docs", "runbooks"), "*.md").Select(Path.GetFileNameWithoutExtension);
        Assert.That(pages, Is.EquivalentTo(Alerts.Select(alert => alert.Name)));
    }

    [TestCase(null, "runbook_url: runbooks/BelvedereClusterSilent.md")]
    [TestCase("https://git.example.com/fleet/", "runbook_url: https://git.example.com/fleet/runbooks/BelvedereClusterSilent.md")]
    public void Page_of_an_alert_is_in_the_repository_at_the_address_that_is_told(string? address, string told)
    {
        var texts = Compiled.Texts(Compiled.Repository(Hubs.Whole().WithClusters(1) with { Rules = [.. BuiltIn.FleetAlerts], Runbooks = address }));
        Assert.That(texts["hub/rules/configmap-rules-belvedere-fleet.yaml"], Does.Contain(told));
        Assert.That(texts["runbooks/BelvedereClusterSilent.md"], Is.EqualTo(File.ReadAllText(Checkout.Path("docs", "runbooks", "BelvedereClusterSilent.md"))));
        Assert.That(texts.Keys.Where(path => path.StartsWith("runbooks/", StringComparison.Ordinal)), Has.Exactly(BuiltIn.FleetAlerts.OfType<RuleGroup>().SelectMany(group => group.Rules).Count()).Items);
    }

    [Test]
    public void Every_alert_fires_on_what_it_is_for_and_is_quiet_on_what_is_near_to_it()
    {
        var promtool = Tool.Require("promtool");
        using var folder = new TemporaryFolder();
        var files = Files(folder);

        var checkedRules = promtool.Run(["check", "rules", .. files], folder.Root);
        Assert.That(checkedRules.ExitCode, Is.Zero, checkedRules.Everything);
        var tested = promtool.Run(["test", "rules", folder.Write("tests.yaml", Tests(files))], folder.Root);
        Assert.That(tested.ExitCode, Is.Zero, tested.Everything);
    }

    [Test]
    public void Rules_of_the_hub_reach_the_Ruler_and_what_observes_the_hub([Values] bool isOpenShift)
    {
        var topology = Hubs.Whole(isOpenShift ? Hubs.OpenShift : Hubs.Kubernetes).WithClusters(2) with { Rules = [.. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts], Dashboards = BuiltIn.HubDashboards };
        var repository = Compiled.Repository(topology.With(hub => hub with { Alertmanager = hub.Alertmanager! with { Inhibitions = BuiltIn.FleetInhibitions } }));

        Baseline.Matches(
            Checkout.Path("tests", "Belvedere.Tests", "Baselines", "Hub", isOpenShift ? "Rules.OpenShift" : "Rules.Kubernetes"),
            Compiled.Texts(repository).Where(file => file.Key.StartsWith("hub/rules/", StringComparison.Ordinal)).ToDictionary());
        OutputJudges.EveryObjectIsValid(repository);
    }

    // Records are left out, the inventory's too: the examples bring their own.
    static List<string> Files(TemporaryFolder folder) =>
    [
        .. EmittedRules.Write(Compiled.Repository(Hubs.Whole().WithClusters(1) with { Rules = [.. BuiltIn.FleetRules, .. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts, .. BuiltIn.GlobalQuerierAlerts] }), folder)
            .Where(file => Regex.IsMatch(File.ReadAllText(file), "\\balert\"?:")),
    ];

    static string Tests(List<string> files)
    {
        var text = new StringBuilder("evaluation_interval: 1m\nrule_files:\n");
        foreach (var file in files)
            text.Append("- ").Append(file).Append('\n');
        text.Append("tests:\n");
        foreach (var example in Examples)
        {
            Append(text, example, example.Fires, isFiring: true);
            if (example.Quiet is { } quiet)
                Append(text, example, quiet, isFiring: false);
        }

        return text.ToString();
    }

    // Whether it fires is asked of ALERTS: the labels and texts of each are not repeated here.
    static void Append(StringBuilder text, Example example, (string Series, string Values)[] series, bool isFiring)
    {
        text.Append("- interval: 1m\n  name: '").Append(example.Alert).Append(isFiring ? " fires" : " is quiet").Append("'\n  input_series:\n");
        foreach (var (name, values) in series)
            text.Append("  - series: '").Append(name).Append("'\n    values: '").Append(values).Append("'\n");
        text.Append("  promql_expr_test:\n  - expr: 'count(ALERTS{alertname=\"").Append(example.Alert).Append("\", alertstate=\"firing\"}) or vector(0)'\n    eval_time: ").Append(example.At)
            .Append("\n    exp_samples:\n    - value: ").Append(isFiring ? '1' : '0').Append('\n');
    }

    static (string, string) Known(string cluster) => ($"belvedere:cluster_info{{cluster=\"{cluster}\", ring=\"rest\", state=\"active\"}}", "1x1000");

    static (string, string)[] Asked(string code) => [($"grpc_client_handled_total{{job=\"thanos-query-global\", namespace=\"hub\", pod=\"a\", grpc_service=\"thanos.info.Info\", grpc_code=\"{code}\"}}", "0+12x60")];

    static (string, string)[] Series(int share) =>
    [
        ("prometheus_tsdb_head_series{job=\"thanos-receive\", component=\"ingestor\", tenant=\"fleet\"}", FormattableString.Invariant($"{share}x60")),
        ("thanos_receive_head_series_limit{job=\"thanos-receive\", tenant=\"fleet\"}", "100x60"),
    ];

    static (string, string)[] Results(string metric, int failed, int good) =>
    [
        ($"{metric}{{job=\"thanos-receive\", namespace=\"hub\", pod=\"a\", result=\"error\"}}", FormattableString.Invariant($"0+{failed}x60")),
        ($"{metric}{{job=\"thanos-receive\", namespace=\"hub\", pod=\"a\", result=\"success\"}}", FormattableString.Invariant($"0+{good}x60")),
    ];

    static (string, string)[] Hashes(string one, string other) =>
        [("thanos_receive_config_hash{job=\"thanos-receive\", pod=\"a\"}", one), ("thanos_receive_config_hash{job=\"thanos-receive\", pod=\"b\"}", other)];

    static (string, string)[] Queries(int failed, int good) =>
    [
        ("http_requests_total{job=\"thanos-query\", handler=\"query\", code=\"500\"}", FormattableString.Invariant($"0+{failed}x60")),
        ("http_requests_total{job=\"thanos-query\", handler=\"query\", code=\"200\"}", FormattableString.Invariant($"0+{good}x60")),
    ];

    static (string, string)[] Endpoints(int connected) =>
    [
        ("thanos_store_nodes_grpc_connections{job=\"thanos-query\", namespace=\"hub\", pod=\"q\"}", FormattableString.Invariant($"{connected}x60")),
        ("up{job=\"thanos-receive\", component=\"ingestor\", pod=\"a\"}", "1x60"),
        ("up{job=\"thanos-receive\", component=\"ingestor\", pod=\"b\"}", "1x60"),
        ("up{job=\"thanos-store\", store=\"0\", pod=\"s\"}", "1x60"),
    ];

    static (string, string)[] Sent(string values) =>
    [
        ("prometheus_remote_storage_highest_timestamp_in_seconds{namespace=\"metrics\", pod=\"p\"}", "0+60x60"),
        .. OnTheWay("prometheus_remote_storage_queue_highest_sent_timestamp_seconds", values),
    ];

    static (string, string)[] Shards(string desired) => [.. OnTheWay("prometheus_remote_storage_shards_desired", desired), .. OnTheWay("prometheus_remote_storage_shards_max", "5x60")];

    static (string, string)[] OnTheWay(string metric, string values) =>
        [($"{metric}{{namespace=\"metrics\", pod=\"p\", remote_name=\"hub\", url=\"https://write.metrics.example.com\"}}", values)];

    static (string, string)[] Loaded(string values) => [("thanos_bucket_store_blocks_last_loaded_timestamp_seconds{job=\"thanos-store\", namespace=\"hub\", pod=\"s\"}", values)];

    static (string, string)[] Uploads(string values) => [("thanos_shipper_uploads_total{job=\"thanos-receive\", component=\"ingestor\", namespace=\"hub\", pod=\"a\"}", values)];

    static (string, string)[] Bucket(int failed) =>
    [
        ("thanos_objstore_bucket_operation_failures_total{job=\"thanos-store\", operation=\"get\"}", FormattableString.Invariant($"0+{failed}x60")),
        ("thanos_objstore_bucket_operations_total{job=\"thanos-store\", operation=\"get\"}", "0+100x60"),
    ];

    static (string, string)[] Compact(string metric, string values) => [($"{metric}{{job=\"thanos-compact\", namespace=\"hub\", pod=\"c\"}}", values)];

    static (string, string)[] Compactors(string one, string other) =>
        [($"up{{job=\"thanos-compact\", namespace=\"hub\", compact=\"{one}\", pod=\"a\"}}", "1x60"), ($"up{{job=\"thanos-compact\", namespace=\"hub\", compact=\"{other}\", pod=\"b\"}}", "1x60")];

    static (string, string)[] Rule(string metric, string values) => [($"{metric}{{job=\"thanos-rule\", namespace=\"hub\", pod=\"r\", rule_group=\"g\"}}", values)];

    static (string, string)[] Dropped(string values) =>
    [
        ("thanos_alert_sender_alerts_dropped_total{job=\"thanos-rule\", namespace=\"hub\", pod=\"r\"}", values),
        ("thanos_alert_queue_alerts_dropped_total{job=\"thanos-rule\", namespace=\"hub\", pod=\"r\"}", "0x60"),
    ];

    static (string, string)[] Members(string values) =>
    [
        ("alertmanager_cluster_members{job=\"alertmanager-operated\", namespace=\"hub\", pod=\"a\"}", values),
        .. from pod in (string[])["a", "b", "c"] select ($"up{{job=\"alertmanager-operated\", namespace=\"hub\", pod=\"{pod}\"}}", "1x60"),
    ];

    static (string, string)[] Notified(int failed) =>
    [
        ("alertmanager_notifications_failed_total{job=\"alertmanager-operated\", namespace=\"hub\", integration=\"webhook\"}", FormattableString.Invariant($"0+{failed}x60")),
        ("alertmanager_notifications_total{job=\"alertmanager-operated\", namespace=\"hub\", integration=\"webhook\"}", "0+100x60"),
    ];

    static (string, string)[] Reloaded(string values) => [("alertmanager_config_last_reload_successful{job=\"alertmanager-operated\", namespace=\"hub\", pod=\"a\"}", values)];

    static (string, string)[] Identities(string one, string other) =>
    [
        ($"belvedere:cluster_heartbeat{{cluster=\"north\", cluster_id=\"{one}\", replica=\"0\"}}", "1x60"),
        ($"belvedere:cluster_heartbeat{{cluster=\"north\", cluster_id=\"{other}\", replica=\"1\"}}", "1x60"),
    ];

    /// <param name="Alert">Its name.</param>
    /// <param name="At">When it is asked.</param>
    /// <param name="Fires">Series on which it fires.</param>
    /// <param name="Quiet">Series on which it does not; null for one that always fires.</param>
    sealed record Example(string Alert, string At, (string Series, string Values)[] Fires, (string Series, string Values)[]? Quiet);
}
