using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.PromQL;

namespace Belvedere;

/// <summary>One rule of a group.</summary>
public abstract record Rule : Element
{
    private protected Rule(string name, Expr expression, int line, string file) : base(line, file) => (Name, Expression) = (name, expression);

    /// <summary>The record's or alert's name.</summary>
    public string Name { get; }

    /// <summary>What is evaluated (<c>expr</c>).</summary>
    public Expr Expression { get; }

    /// <summary>Labels that the result gets (<c>labels</c>).</summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;
}

/// <summary>A rule whose result becomes a series.</summary>
public sealed record RecordingRule : Rule
{
    /// <summary>Names the series and gives its expression.</summary>
    /// <param name="record">The series' name, by convention <c>level:metric:operation</c>.</param>
    /// <param name="expression">PromQL.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public RecordingRule(string record, [StringSyntax("PromQL")] string expression, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(record, new Expr(expression, line, file), line, file)
    {
    }

    /// <summary>Names the series and puts its expression together.</summary>
    /// <param name="record">As above.</param>
    /// <param name="expression">PromQL, with metrics, values, durations and other expressions in its holes; see <see cref="ExprText"/>.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public RecordingRule(string record, [StringSyntax("PromQL")] ExprText expression, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(record, new Expr(expression, line, file), line, file)
    {
    }

    /// <summary>Names the series and puts its expression together.</summary>
    /// <param name="record">As above.</param>
    /// <param name="expression">PromQL that was written elsewhere; its mistakes are told there.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public RecordingRule(string record, Expr expression, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(record, expression, line, file)
    {
    }

    /// <inheritdoc/>
    public override string Designation => $"recording rule '{Name}'";
}

/// <summary>A rule whose every result is an alert.</summary>
public sealed record AlertingRule : Rule
{
    /// <summary>Names the alert and gives its expression.</summary>
    /// <param name="alert">The alert's name, by convention in <c>PascalCase</c>.</param>
    /// <param name="expression">PromQL; every series of its result is an alert.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AlertingRule(string alert, [StringSyntax("PromQL")] string expression, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(alert, new Expr(expression, line, file), line, file)
    {
    }

    /// <summary>Names the alert and puts its expression together.</summary>
    /// <param name="alert">As above.</param>
    /// <param name="expression">PromQL, with metrics, values, durations and other expressions in its holes; see <see cref="ExprText"/>.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AlertingRule(string alert, [StringSyntax("PromQL")] ExprText expression, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(alert, new Expr(expression, line, file), line, file)
    {
    }

    /// <summary>Names the alert and puts its expression together.</summary>
    /// <param name="alert">As above.</param>
    /// <param name="expression">PromQL that was written elsewhere; its mistakes are told there.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AlertingRule(string alert, Expr expression, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(alert, expression, line, file)
    {
    }

    /// <summary>How long the result must last before the alert fires (<c>for</c>); at once when null.</summary>
    public Duration? For { get; init; }

    /// <summary>How long the alert fires on after the result is gone (<c>keep_firing_for</c>); not at all when null.</summary>
    public Duration? KeepFiringFor { get; init; }

    /// <summary>How urgent it is (label <c>severity</c>).</summary>
    public Severity? Severity { get; init; }

    /// <summary>What is wrong, in a sentence (annotation <c>summary</c>).</summary>
    public string? Summary { get; init; }

    /// <summary>What it means and what to look at (annotation <c>description</c>).</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The page that tells what to do (annotation <c>runbook_url</c>): an address, or a path below
    /// <see cref="MonitoringTopology.Runbooks"/>.
    /// </summary>
    public string? Runbook { get; init; }

    /// <summary>Annotations beside those above.</summary>
    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    /// <inheritdoc/>
    public override string Designation => $"alert '{Name}'";
}

/// <summary>How urgent an alert is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nobody is called.</summary>
    Info = 1,

    /// <summary>To be looked at in working hours.</summary>
    Warning,

    /// <summary>Somebody is called, at any hour.</summary>
    Critical,
}
