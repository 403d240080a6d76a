using System.Globalization;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Routes and receivers → Alertmanager's configuration as its operator reads it.</summary>
static class AlertRouting
{
    const string Nobody = "nobody";
    const string DeadMansSwitch = "dead-mans-switch";

    public static KubernetesObject Configuration(BoundTopology topology, BoundHub hub, BoundAlertmanager alertmanager) => KubernetesObject.FromNode(MapNode.Of(
        // The newer version of this kind needs a webhook that converts it, which neither the operator's bundle nor its charts install.
        ("apiVersion", Of("monitoring.coreos.com/v1alpha1")),
        ("kind", Of("AlertmanagerConfig")),
        ("metadata", MapNode.Of(
            ("name", Of("hub")),
            ("namespace", Of(hub.Namespace)),
            ("labels", MapNode.Of(Labels.Of(topology.Name).Select(label => (label.Key, Of(label.Value))))))),
        ("spec", MapNode.Of(
            ("route", Root(alertmanager.Authored)),
            ("receivers", new ListNode(Receivers(alertmanager.Authored))),
            ("inhibitRules", alertmanager.Authored.Inhibitions is [] ? null : new ListNode(alertmanager.Authored.Inhibitions.Select(Inhibition)))))));

    /// <summary>Every receiver that a route names, once.</summary>
    public static IReadOnlyList<AlertReceiver> ReceiversOf(AlertmanagerCluster alertmanager)
    {
        var found = new List<AlertReceiver>();
        void Visit(AlertRoute route)
        {
            if (!found.Exists(receiver => ReferenceEquals(receiver, route.Receiver)))
                found.Add(route.Receiver);
            foreach (var child in route.Routes)
                Visit(child);
        }

        if (alertmanager.Route is { } root)
            Visit(root);
        return found;
    }

    /// <summary>The ports that notifications go to.</summary>
    public static IEnumerable<int> Ports(AlertmanagerCluster alertmanager)
    {
        if (alertmanager.Route is not null || alertmanager.DeadMansSwitch is not null)
            yield return 443;
        foreach (var email in ReceiversOf(alertmanager).SelectMany(receiver => receiver.Notifications).OfType<EmailNotification>())
            if (int.TryParse(email.SmartHost.AsSpan(email.SmartHost.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                yield return port;
    }

    static MapNode Root(AlertmanagerCluster alertmanager)
    {
        // Before all others, and not instead of them.
        MapNode[] first = alertmanager.DeadMansSwitch is { } service
            ?
            [
                MapNode.Of(
                    ("receiver", Of(DeadMansSwitch)),
                    ("matchers", new ListNode([Matcher("alertname", ".+DeadMansSwitch", "=~")])),
                    ("groupWait", Of("0s")),
                    ("groupInterval", Of(service.Interval ?? 1.Minutes)),
                    ("repeatInterval", Of(service.Interval ?? 1.Minutes))),
            ]
            : [];
        if (alertmanager.Route is not { } route)
            return MapNode.Of(("receiver", Of(Nobody)), ("routes", first.Length == 0 ? null : new ListNode(first)));

        var lowered = Route(route);
        return first.Length == 0 ? lowered : MapNode.Of(
            [.. lowered.Where(entry => entry.Key.Text != "routes").Select(entry => (entry.Key.Text, (Node?)entry.Value)), ("routes", new ListNode([.. first, .. lowered["routes"] as ListNode ?? ListNode.Empty]))]);
    }

    static MapNode Route(AlertRoute route) => MapNode.Of(
        ("receiver", Of(route.Receiver.Name)),
        ("matchers", Matchers(route)),
        ("groupBy", Of(route.GroupBy)),
        ("groupWait", Of(route.GroupWait)),
        ("groupInterval", Of(route.GroupInterval)),
        ("repeatInterval", Of(route.RepeatInterval)),
        ("continue", Of(route.Continue)),
        ("routes", route.Routes is [] ? null : new ListNode(route.Routes.Select(Route))));

    static ListNode? Matchers(AlertRoute route) => route.Match.Count + route.MatchPattern.Count == 0
        ? null
        : new ListNode([.. route.Match.Select(label => Matcher(label.Key, label.Value, "=")), .. route.MatchPattern.Select(label => Matcher(label.Key, label.Value, "=~"))]);

    static MapNode Matcher(string name, string value, string type) => MapNode.Of(("name", Of(name)), ("value", Of(value)), ("matchType", Of(type)));

    static IEnumerable<Node> Receivers(AlertmanagerCluster alertmanager)
    {
        if (alertmanager.Route is null)
            yield return MapNode.Of(("name", Of(Nobody)));
        if (alertmanager.DeadMansSwitch is { } service)
            yield return MapNode.Of(
                ("name", Of(DeadMansSwitch)),
                ("webhookConfigs", new ListNode([MapNode.Of(("urlSecret", Secret(new(service.Url, service.Key ?? "url"))), ("sendResolved", ScalarNode.False))])));
        foreach (var receiver in ReceiversOf(alertmanager))
            yield return MapNode.Of(
            [
                ("name", Of(receiver.Name)),
                .. receiver.Notifications
                    .Select(notification => (Field: FieldOf(notification), Node: Notification(notification)))
                    .GroupBy(made => made.Field, StringComparer.Ordinal)
                    .Select(same => (same.Key, (Node?)new ListNode(same.Select(made => made.Node)))),
            ]);
    }

    static string FieldOf(Notification notification) => notification switch
    {
        WebhookNotification => "webhookConfigs",
        PagerDutyNotification => "pagerdutyConfigs",
        SlackNotification => "slackConfigs",
        EmailNotification => "emailConfigs",
        OpsgenieNotification => "opsgenieConfigs",
        TeamsNotification => "msteamsv2Configs",
        _ => throw new InvalidOperationException($"{notification.GetType().Name} is no way to notify."),
    };

    static MapNode Notification(Notification notification)
    {
        (string, Node?)[] own = notification switch
        {
            WebhookNotification webhook => [("urlSecret", Secret(webhook.Url)), ("maxAlerts", Of(webhook.MaxAlerts))],
            PagerDutyNotification duty => [("routingKey", Secret(duty.RoutingKey)), ("severity", Of(duty.Severity))],
            SlackNotification slack => [("apiURL", Secret(slack.Url)), ("channel", Of(slack.Channel)), ("title", Of(slack.Title)), ("text", Of(slack.Text))],
            EmailNotification email =>
            [
                ("to", Of(email.To)),
                ("from", Of(email.From)),
                ("smarthost", Of(email.SmartHost)),
                ("authUsername", Of(email.UserName)),
                ("authPassword", email.Password is { } password ? Secret(password) : null),
            ],
            OpsgenieNotification opsgenie => [("apiKey", Secret(opsgenie.ApiKey)), ("priority", Of(opsgenie.Priority))],
            TeamsNotification teams => [("webhookURL", Secret(teams.Url))],
            _ => [],
        };
        return MapNode.Of([.. own, ("sendResolved", Of(notification.SendResolved))]);
    }

    static MapNode Inhibition(AlertInhibition inhibition) => MapNode.Of(
        ("sourceMatch", Patterns(inhibition.Source)),
        ("targetMatch", Patterns(inhibition.Target)),
        ("equal", Of(inhibition.Equal)));

    static ListNode Patterns(LabelSet labels) => new(labels.Select(label => Matcher(label.Key, label.Value, "=~")));

    static MapNode Secret(SecretKey key) => MapNode.Of(("name", Of(key.Secret.Name)), ("key", Of(key.Key)));
}
