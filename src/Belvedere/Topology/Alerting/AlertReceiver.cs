using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Somebody who is notified of alerts.</summary>
public sealed record AlertReceiver : Element
{
    /// <summary>Names the receiver.</summary>
    /// <param name="name">Unique in the topology.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AlertReceiver(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The receiver's name.</summary>
    public string Name { get; }

    /// <summary>The ways by which it is notified, all of them each time. Without one, its alerts are dropped on purpose.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <inheritdoc/>
    public override string Designation => $"receiver '{Name}'";
}

/// <summary>A way to notify somebody. Addresses that are secret are references.</summary>
public abstract record Notification
{
    private protected Notification()
    {
    }

    /// <summary>Whether the end of an alert is told too (<c>sendResolved</c>). Default: the way's own.</summary>
    public bool? SendResolved { get; init; }
}

/// <summary>A request to a URL.</summary>
public sealed record WebhookNotification : Notification
{
    /// <summary>Where the URL is kept.</summary>
    public required SecretKey Url { get; init; }

    /// <summary>The most alerts in one request (<c>maxAlerts</c>); all by default.</summary>
    public int? MaxAlerts { get; init; }
}

/// <summary>An incident in PagerDuty.</summary>
public sealed record PagerDutyNotification : Notification
{
    /// <summary>Where the integration's routing key is kept.</summary>
    public required SecretKey RoutingKey { get; init; }

    /// <summary>How grave it is there (<c>severity</c>); a template. Default: PagerDuty's own, <c>error</c>.</summary>
    public string? Severity { get; init; }
}

/// <summary>A message in Slack.</summary>
public sealed record SlackNotification : Notification
{
    /// <summary>Where the webhook's URL is kept.</summary>
    public required SecretKey Url { get; init; }

    /// <summary>The channel or user (<c>channel</c>); the webhook's own when null.</summary>
    public string? Channel { get; init; }

    /// <summary>The message's title; a template. Alertmanager's own when null.</summary>
    public string? Title { get; init; }

    /// <summary>The message; a template. Alertmanager's own when null.</summary>
    public string? Text { get; init; }
}

/// <summary>A mail.</summary>
public sealed record EmailNotification : Notification
{
    /// <summary>The recipient.</summary>
    public required string To { get; init; }

    /// <summary>The sender.</summary>
    public required string From { get; init; }

    /// <summary>The mail server as <c>host:port</c>.</summary>
    public required string SmartHost { get; init; }

    /// <summary>The name at the server; none by default.</summary>
    public string? UserName { get; init; }

    /// <summary>Where the password is kept.</summary>
    public SecretKey? Password { get; init; }
}

/// <summary>An alert in Opsgenie.</summary>
public sealed record OpsgenieNotification : Notification
{
    /// <summary>Where the API's key is kept.</summary>
    public required SecretKey ApiKey { get; init; }

    /// <summary>How urgent it is there (<c>priority</c>), P1 to P5; a template. Opsgenie's own when null.</summary>
    public string? Priority { get; init; }
}

/// <summary>A message in Microsoft Teams, by a workflow's webhook.</summary>
public sealed record TeamsNotification : Notification
{
    /// <summary>Where the webhook's URL is kept.</summary>
    public required SecretKey Url { get; init; }
}
