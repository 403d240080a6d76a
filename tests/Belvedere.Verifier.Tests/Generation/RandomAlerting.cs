namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Alertmanagers with receivers of every kind.</summary>
static class RandomAlerting
{
    public static AlertmanagerCluster Of(Dice dice) => new()
    {
        Image = dice.Maybe(() => "registry.example.com/alertmanager:v0.33.1", 0.1),
        Resources = dice.Maybe(() => RandomValues.Resources(dice)),
        Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
        Replicas = dice.MaybeNumber(1, 4),
        Retention = dice.MaybeTime(0.3, 3.Days),
        Volume = dice.MaybeSize(0.3, 5.GiB),
        StorageClass = dice.Maybe(() => "fast"),
        ExternalUrl = dice.Maybe(() => "https://alerts.example.com"),
        Route = dice.Maybe(() => Route(dice, [.. Enumerable.Range(0, 7).Select(Receiver)], 2), 0.8),
        Inhibitions = dice.Chance() ? BuiltIn.FleetInhibitions : [],
        DeadMansSwitch = dice.Maybe(() => new DeadMansSwitch(RandomValues.Secret(dice, "dead-man")) { Key = dice.Maybe(() => "hook"), Interval = dice.MaybeTime(0.3, 2.Minutes) }),
        Exposure = dice.Maybe(() => new AlertmanagerExposure("alerts.example.com") { ServerCertificate = dice.Maybe(() => RandomValues.Certificate(dice, "alertmanager-tls")), ClientAuthority = dice.Maybe(() => ClientAuthority.Existing(RandomValues.Secret(dice, "alert-clients")) with { Revision = dice.Maybe(() => "3") }), ProxyImage = dice.Maybe(() => "registry.example.com/kube-rbac-proxy:v1") }),
    };

    static AlertRoute Route(Dice dice, AlertReceiver[] receivers, int depth) => new(dice.One<AlertReceiver>(receivers))
    {
        Match = depth < 2 ? new() { ["severity"] = dice.One("critical", "warning") } : LabelSet.Empty,
        MatchPattern = depth < 2 && dice.Chance() ? new() { ["cluster"] = "eu-.*" } : LabelSet.Empty,
        GroupBy = dice.Chance() ? ["alertname", "cluster"] : [],
        GroupWait = dice.MaybeTime(0.3, 30.Seconds),
        GroupInterval = dice.MaybeTime(0.3, 5.Minutes),
        RepeatInterval = dice.MaybeTime(0.3, 4.Hours),
        Continue = depth < 2 ? dice.MaybeBool() : null,
        Routes = depth > 0 ? [.. Enumerable.Range(0, dice.Between(0, 2)).Select(_ => Route(dice, receivers, depth - 1))] : [],
    };

    static AlertReceiver Receiver(int kind) => new($"team-{kind}")
    {
        Notifications = kind switch
        {
            0 => [new WebhookNotification { Url = Key("webhook"), MaxAlerts = 5, SendResolved = true }],
            1 => [new PagerDutyNotification { RoutingKey = Key("pager"), Severity = "critical" }],
            2 => [new SlackNotification { Url = Key("slack"), Channel = "#alerts", Title = "{{ .CommonLabels.alertname }}", Text = "x" }, new WebhookNotification { Url = Key("second") }],
            3 => [new EmailNotification { To = "team@example.com", From = "alerts@example.com", SmartHost = "mail.example.com:587", UserName = "alerts", Password = Key("mail") }],
            4 => [new OpsgenieNotification { ApiKey = Key("opsgenie"), Priority = "P2" }],
            5 => [new TeamsNotification { Url = Key("teams") }],
            _ => [],
        },
    };

    static SecretKey Key(string name) => new(SecretReference.Existing(RandomValues.Existing + name), "key");
}
