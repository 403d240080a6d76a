using System.Text.Json.Nodes;
using Belvedere.Testing;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.Alerting;

/// <summary>Alertmanager's own tool judges the configuration that reaches it.</summary>
public class AlertRoutingTests
{
    static readonly Platform[] Platforms = [Hubs.Kubernetes, Hubs.OpenShift];

    static IEnumerable<AlertingRule> Shipped =>
        BuiltIn.FleetRules.Concat(BuiltIn.FleetAlerts).Concat(BuiltIn.HubAlerts).Cast<RuleGroup>().SelectMany(group => group.Rules).OfType<AlertingRule>();

    // The user's own beside the shipped ones.
    static IEnumerable<LabelSet> Alerts =>
    [
        .. from alert in Shipped select Labels(alert.Name, alert.Severity!.Value, alert.Labels),
        .. from alert in Shipped select Labels(alert.Name, alert.Severity!.Value, alert.Labels) is var labels ? LabelSet.From([.. labels.Where(label => label.Key != "cluster"), new("cluster", "test-1")]) : labels,
        Labels("ShopSlow", Severity.Warning, new() { ["owner"] = "shop" }),
        Labels("ShopDown", Severity.Critical, new() { ["owner"] = "shop" }),
        Labels("AnythingElse", Severity.Info, LabelSet.Empty),
    ];

    [TestCaseSource(nameof(Platforms))]
    public void Configuration_is_one_that_Alertmanager_takes(Platform platform)
    {
        var amtool = Tool.Require("amtool");
        using var folder = new TemporaryFolder();
        var judged = amtool.Run(["check-config", Written(folder, RoutedHub.Configuration(RoutedHub.Of(RoutedHub.Routes(RoutedHub.Pager), platform)))]);
        Assert.That(judged.ExitCode, Is.Zero, judged.Everything);
        Assert.That(judged.Output, Does.Contain("2 inhibit rules").And.Contain("5 receivers"));
    }

    [TestCaseSource(nameof(Platforms))]
    public void Configuration_of_no_routes_is_one_that_Alertmanager_takes(Platform platform)
    {
        var amtool = Tool.Require("amtool");
        using var folder = new TemporaryFolder();
        var judged = amtool.Run(["check-config", Written(folder, RoutedHub.Configuration(Hubs.Of(hub => hub with { Alertmanager = new() }, platform)))]);
        Assert.That(judged.ExitCode, Is.Zero, judged.Everything);
    }

    [TestCaseSource(nameof(Platforms))]
    public void Every_alert_goes_where_the_model_says(Platform platform)
    {
        var route = RoutedHub.Routes(RoutedHub.Pager);
        Assert.That(Alerts.Select(alert => string.Join(",", RoutedHub.Receivers(route, alert))).Distinct(), Is.SupersetOf(new[] { "team", "pager", "mail", "chat,pager", "chat", "dead-mans-switch" }));
        Assert.That(Verdicts(RoutedHub.Configuration(RoutedHub.Of(route, platform))), Is.EqualTo(Expected(route)));
    }

    [Test]
    public void Route_that_changes_in_the_model_changes_the_verdict()
    {
        AlertRoute before = RoutedHub.Routes(RoutedHub.Pager), after = RoutedHub.Routes(RoutedHub.Chat);
        var verdicts = Verdicts(RoutedHub.Configuration(RoutedHub.Of(after)));
        Assert.That(verdicts, Is.EqualTo(Expected(after)));
        Assert.That(verdicts, Is.Not.EqualTo(Expected(before)));
    }

    static List<string> Expected(AlertRoute route) => [.. Alerts.Select(alert => $"{alert["alertname"]}: {string.Join(",", RoutedHub.Receivers(route, alert).Select(receiver => $"belvedere-hub/hub/{receiver}"))}")];

    static List<string> Verdicts(JsonObject configuration)
    {
        var amtool = Tool.Require("amtool");
        using var folder = new TemporaryFolder();
        var file = Written(folder, configuration);
        return
        [
            .. Alerts.AsParallel().AsOrdered().Select(alert =>
            {
                var routed = amtool.Run(["config", "routes", "test", $"--config.file={file}", .. alert.Select(label => $"{label.Key}={label.Value}")]);
                Assert.That(routed.ExitCode, Is.Zero, routed.Everything);
                return $"{alert["alertname"]}: {routed.Output.Trim()}";
            }),
        ];
    }

    static LabelSet Labels(string name, Severity severity, LabelSet own) => LabelSet.From(
    [
        new("alertname", name),
        new("severity", severity switch { Severity.Info => "info", Severity.Warning => "warning", _ => "critical" }),
        new("cluster", "north"),
        .. own,
    ]);

    static string Written(TemporaryFolder folder, JsonObject configuration) => folder.Write("alertmanager.yaml", configuration.ToJsonString());
}
