namespace Belvedere.BuiltInContent;

/// <summary>What all shipped alerts of the hub have in common: an owner, and a page of what to do.</summary>
static class Alerts
{
    static readonly LabelSet Owner = new() { ["owner"] = "monitoring" };

    /// <summary>Somebody is called.</summary>
    public static AlertingRule Critical(string name, string expression, Duration lasting, string summary, string description) =>
        Of(name, expression, lasting, Severity.Critical, summary, description);

    /// <summary>Somebody looks at it in working hours.</summary>
    public static AlertingRule Warning(string name, string expression, Duration lasting, string summary, string description) =>
        Of(name, expression, lasting, Severity.Warning, summary, description);

    /// <summary>Fires at once, and calls nobody.</summary>
    public static AlertingRule Info(string name, string expression, string summary, string description) =>
        Of(name, expression, lasting: null, Severity.Info, summary, description);

    // Shipped content has no line of its own.
    static AlertingRule Of(string name, string expression, Duration? lasting, Severity severity, string summary, string description) => new(name, expression, line: 0, file: "")
    {
        For = lasting,
        Severity = severity,
        Labels = Owner,
        Summary = summary,
        Description = description,
        Runbook = $"runbooks/{name}.md",
    };
}
