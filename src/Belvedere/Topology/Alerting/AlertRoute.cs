using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Which alerts go to a receiver, and how they are bundled (<c>route</c>).</summary>
public sealed record AlertRoute : Element
{
    /// <summary>Names who is notified.</summary>
    /// <param name="receiver">The receiver of alerts that none of <see cref="Routes"/> takes.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AlertRoute(AlertReceiver receiver, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Receiver = receiver;

    /// <summary>The receiver of alerts that none of <see cref="Routes"/> takes.</summary>
    public AlertReceiver Receiver { get; }

    /// <summary>Labels that alerts must have, as they are written. The first route of all takes every alert.</summary>
    public LabelSet Match { get; init; } = LabelSet.Empty;

    /// <summary>Labels whose values must match regular expressions.</summary>
    public LabelSet MatchPattern { get; init; } = LabelSet.Empty;

    /// <summary>Labels by which alerts are bundled into one notification (<c>groupBy</c>); as the route above when empty.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>How long a bundle waits for more before it is sent first (<c>groupWait</c>); as the route above when null.</summary>
    public Duration? GroupWait { get; init; }

    /// <summary>How long a bundle waits before it is sent with what came since (<c>groupInterval</c>); as the route above when null.</summary>
    public Duration? GroupInterval { get; init; }

    /// <summary>When an alert that still fires is sent again (<c>repeatInterval</c>); as the route above when null.</summary>
    public Duration? RepeatInterval { get; init; }

    /// <summary>Whether the routes after this one are asked too (<c>continue</c>). Default false.</summary>
    public bool? Continue { get; init; }

    /// <summary>Finer routes; the first that fits takes an alert.</summary>
    public IReadOnlyList<AlertRoute> Routes { get; init; } = [];

    /// <inheritdoc/>
    public override string Designation => $"route to '{Receiver.Name}'";
}

/// <summary>Alerts that are not sent while others fire (<c>inhibitRules</c>): what follows from a cause is no news.</summary>
public sealed record AlertInhibition
{
    /// <summary>Labels of the alerts that are the cause, with their values as regular expressions.</summary>
    public required LabelSet Source { get; init; }

    /// <summary>Labels of the alerts that are not sent, with their values as regular expressions.</summary>
    public required LabelSet Target { get; init; }

    /// <summary>Labels that must have the same value on both.</summary>
    public IReadOnlyList<string> Equal { get; init; } = [];
}
