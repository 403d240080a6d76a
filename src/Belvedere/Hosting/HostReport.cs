using Belvedere.Diagnostics;

namespace Belvedere.Hosting;

/// <summary>How a run ended.</summary>
enum HostOutcome
{
    /// <summary>The repository was written.</summary>
    Generated = 1,

    /// <summary>The repository is what the topology gives.</summary>
    Checked,

    /// <summary>There are errors; a stale file is one.</summary>
    Failed,
}

/// <summary>What a run tells its caller.</summary>
sealed record HostReport
{
    public required HostOutcome Outcome { get; init; }

    /// <summary>Their files are absolute and unmapped, with columns where they are known.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The repository's folder.</summary>
    public required string OutputFolder { get; init; }

    public int Objects { get; init; }

    public int Written { get; init; }

    public int Unchanged { get; init; }

    public int Removed { get; init; }

    public TimeSpan Elapsed { get; init; }

    public int Errors => Diagnostics.Count(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    public int Warnings => Diagnostics.Count(diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning);

    public int ExitCode => Outcome is HostOutcome.Failed ? 1 : 0;

    /// <summary>The paragraph at the end of a run.</summary>
    public string Summary
    {
        get
        {
            var warnings = Warnings switch { 0 => "no warnings", 1 => "1 warning", var many => $"{many} warnings" };
            return Outcome switch
            {
                HostOutcome.Generated => FormattableString.Invariant(
                    $"{Count(Objects, "object")} in {Count(Written + Unchanged, "file")}: {Written} written, {Unchanged} unchanged, {Removed} removed; {warnings}; {Elapsed.TotalSeconds:0.00} s"),
                HostOutcome.Checked => FormattableString.Invariant(
                    $"{Count(Objects, "object")} in {Count(Unchanged, "file")}: all as the topology gives them; {warnings}; {Elapsed.TotalSeconds:0.00} s"),
                _ => FormattableString.Invariant($"{Count(Errors, "error")}, {warnings}; nothing was written"),
            };
        }
    }

    static string Count(int number, string noun) => FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");
}
