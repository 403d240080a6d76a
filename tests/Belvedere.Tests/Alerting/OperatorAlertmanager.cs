using System.Text.Json.Nodes;

namespace Belvedere.Tests.Alerting;

/// <summary>
/// What the Prometheus operator makes of the one AlertmanagerConfig that an Alertmanager names as its whole configuration
/// (<c>spec.alertmanagerConfiguration</c>): <c>alertmanager.yaml</c>. Receivers get the object's namespace and name before their
/// own; nothing is added to matchers, as it is for objects that are selected. A field that is not in these tables fails the test.
/// </summary>
static class OperatorAlertmanager
{
    // Newer than the Alertmanager 0.25 that runs here.
    static readonly HashSet<string> TooNew = ["msteamsv2Configs"];

    static readonly Dictionary<string, string> OfRoute = new(StringComparer.Ordinal)
    {
        ["receiver"] = "receiver",
        ["matchers"] = "matchers",
        ["groupBy"] = "group_by",
        ["groupWait"] = "group_wait",
        ["groupInterval"] = "group_interval",
        ["repeatInterval"] = "repeat_interval",
        ["continue"] = "continue",
        ["routes"] = "routes",
    };

    static readonly Dictionary<string, string> OfReceiver = new(StringComparer.Ordinal)
    {
        ["name"] = "name",
        ["webhookConfigs"] = "webhook_configs",
        ["pagerdutyConfigs"] = "pagerduty_configs",
        ["slackConfigs"] = "slack_configs",
        ["emailConfigs"] = "email_configs",
        ["opsgenieConfigs"] = "opsgenie_configs",
    };

    static readonly Dictionary<string, string> OfNotification = new(StringComparer.Ordinal)
    {
        ["sendResolved"] = "send_resolved",
        ["urlSecret"] = "url",
        ["maxAlerts"] = "max_alerts",
        ["routingKey"] = "routing_key",
        ["severity"] = "severity",
        ["apiURL"] = "api_url",
        ["channel"] = "channel",
        ["title"] = "title",
        ["text"] = "text",
        ["to"] = "to",
        ["from"] = "from",
        ["smarthost"] = "smarthost",
        ["authUsername"] = "auth_username",
        ["authPassword"] = "auth_password",
        ["apiKey"] = "api_key",
        ["priority"] = "priority",
    };

    static readonly Dictionary<string, string> OfInhibition = new(StringComparer.Ordinal)
    {
        ["sourceMatch"] = "source_matchers",
        ["targetMatch"] = "target_matchers",
        ["equal"] = "equal",
    };

    /// <summary>The configuration.</summary>
    /// <param name="made">The AlertmanagerConfig.</param>
    /// <param name="secret">The value of a key of a Secret.</param>
    public static JsonObject Render(JsonObject made, Func<string, string, string> secret)
    {
        var prefix = $"{made["metadata"]!["namespace"]}/{made["metadata"]!["name"]}/";
        var spec = made["spec"]!.AsObject();
        Assert.That(spec.Select(entry => entry.Key), Is.SubsetOf(new[] { "route", "receivers", "inhibitRules" }));
        return new JsonObject
        {
            ["route"] = Route(spec["route"]!.AsObject(), prefix),
            ["receivers"] = new JsonArray([.. spec["receivers"]!.AsArray().Select(receiver => Receiver(receiver!.AsObject(), prefix, secret))]),
            ["inhibit_rules"] = spec["inhibitRules"] is JsonArray rules ? new JsonArray([.. rules.Select(rule => Inhibition(rule!.AsObject()))]) : new JsonArray(),
        };
    }

    static JsonObject Route(JsonObject route, string prefix) => Renamed(route, OfRoute, (name, value) => name switch
    {
        "receiver" => prefix + (string)value!,
        "matchers" => Matchers(value.AsArray()),
        "routes" => new JsonArray([.. value.AsArray().Select(child => Route(child!.AsObject(), prefix))]),
        _ => value.DeepClone(),
    });

    static JsonObject Receiver(JsonObject receiver, string prefix, Func<string, string, string> secret) => Renamed(receiver, OfReceiver, (name, value) => name switch
    {
        "name" => prefix + (string)value!,
        _ => new JsonArray([.. value.AsArray().Select(notification => Renamed(notification!.AsObject(), OfNotification, (_, field) =>
            field is JsonObject reference ? JsonValue.Create(secret((string)reference["name"]!, (string)reference["key"]!)) : field.DeepClone()))]),
    });

    static JsonObject Inhibition(JsonObject rule) => Renamed(rule, OfInhibition, (name, value) => name is "equal" ? value.DeepClone() : Matchers(value.AsArray()));

    static JsonArray Matchers(JsonArray matchers) => new([.. matchers.Select(matcher =>
        (JsonNode)$"{matcher!["name"]}{(string?)matcher["matchType"] ?? "="}\"{Escaped((string)matcher["value"]!)}\"")]);

    static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    static JsonObject Renamed(JsonObject map, Dictionary<string, string> names, Func<string, JsonNode, JsonNode> inner)
    {
        var made = new JsonObject();
        foreach (var (name, value) in map.Where(entry => !TooNew.Contains(entry.Key)))
            made[names.GetValueOrDefault(name) ?? throw new NotSupportedException($"{name} is not in the table of the operator's fields.")] = inner(name, value!);
        return made;
    }
}
