using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.Alerting;

/// <summary>A hub whose alerts go several ways, what the model says of each way, and the configuration that the operator makes.</summary>
static class RoutedHub
{
    public static readonly AlertReceiver Team = new("team") { Notifications = [Webhook("team")] };
    public static readonly AlertReceiver Pager = new("pager") { Notifications = [new PagerDutyNotification { RoutingKey = new(SecretReference.Existing("pager"), "key"), Severity = "critical" }] };
    public static readonly AlertReceiver Chat = new("chat") { Notifications = [new SlackNotification { Url = new(SecretReference.Existing("chat"), "url"), Channel = "#alerts", Title = "{{ .CommonLabels.alertname }}" }] };

    public static readonly AlertReceiver Mail = new("mail")
    {
        Notifications =
        [
            new EmailNotification { To = "owners@example.com", From = "hub@example.com", SmartHost = "mail.example.com:587", UserName = "hub", Password = new(SecretReference.Existing("mail"), "password") },
            new OpsgenieNotification { ApiKey = new(SecretReference.Existing("opsgenie"), "key"), Priority = "P2" },
        ],
    };

    /// <summary>Routes with every means that the model has: exact and by pattern, nested, and on to the next.</summary>
    public static AlertRoute Routes(AlertReceiver critical) => new(Team)
    {
        GroupBy = ["alertname", "cluster"],
        GroupWait = 1.Seconds,
        GroupInterval = 1.Seconds,
        Routes =
        [
            new(Chat) { MatchPattern = new() { ["alertname"] = "BelvedereReceive.*|BelvedereWrite.*" }, Continue = true },
            new(critical)
            {
                Match = new() { ["severity"] = "critical" },
                Routes = [new(Mail) { Match = new() { ["alertname"] = "BelvedereClusterSilent" }, MatchPattern = new() { ["cluster"] = "test-.+" } }],
            },
            new(Mail) { Match = new() { ["owner"] = "shop" }, RepeatInterval = 12.Hours },
        ],
    };

    public static MonitoringTopology Of(AlertRoute route, Platform? platform = null) => Hubs.Whole(platform).With(hub => hub with
    {
        Alertmanager = new() { Route = route, DeadMansSwitch = new(SecretReference.Existing("provider")), Inhibitions = BuiltIn.FleetInhibitions },
    });

    /// <summary>The configuration as the operator renders it.</summary>
    public static JsonObject Configuration(MonitoringTopology topology, Func<string, string, string>? secret = null)
    {
        var objects = new Rendered(Compiled.Repository(topology)).Objects("hub/observability");
        var alertmanager = objects.Single(made => (string?)made["kind"] == "Alertmanager");
        var named = (string?)alertmanager["spec"]!["alertmanagerConfiguration"]!["name"];
        var made = objects.Single(made => (string?)made["kind"] == "AlertmanagerConfig" && (string?)made["metadata"]!["name"] == named);
        Assert.That((string?)made["apiVersion"], Is.EqualTo(((string)alertmanager["apiVersion"]!).Split('/')[0] + "/v1alpha1"));
        return OperatorAlertmanager.Render(made, secret ?? ((name, key) => key is "url" ? $"https://{name}.example.com/hook" : $"{name}-{key}"));
    }

    /// <summary>The receivers of an alert, by the model and by Alertmanager's rule: the first child that fits, and more while they say so.</summary>
    public static IReadOnlyList<string> Receivers(AlertRoute root, LabelSet alert) =>
        alert["alertname"].EndsWith("DeadMansSwitch", StringComparison.Ordinal) ? ["dead-mans-switch"] : [.. Below(root, alert)];

    static List<string> Below(AlertRoute route, LabelSet alert)
    {
        var found = new List<string>();
        foreach (var child in route.Routes.Where(child => Fits(child, alert)))
        {
            found.AddRange(Below(child, alert));
            if (child.Continue is not true)
                break;
        }

        return found is [] ? [route.Receiver.Name] : found;
    }

    static bool Fits(AlertRoute route, LabelSet alert) =>
        route.Match.All(match => Text(alert, match.Key) == match.Value) && route.MatchPattern.All(match => Regex.IsMatch(Text(alert, match.Key), $"^(?:{match.Value})$"));

    static string Text(LabelSet alert, string name) => alert.TryGetValue(name, out var text) ? text : "";

    static WebhookNotification Webhook(string secret) => new() { Url = new(SecretReference.Existing(secret), "url") };
}
