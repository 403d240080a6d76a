using Belvedere.Diagnostics;
using Belvedere.Emission;
using Belvedere.Sources;

namespace Belvedere;

/// <summary>What a compilation is told beside the model.</summary>
public sealed record CompilationOptions
{
    /// <summary>The folder that relative paths of the model start from.</summary>
    public required SourceFiles Sources { get; init; }

    /// <summary>What the build's properties make of the findings.</summary>
    public SeverityPolicy Severities { get; init; } = new();

    /// <summary>Told the name of each phase as it begins, for progress; may be null.</summary>
    public Action<string>? Progress { get; init; }
}

/// <summary>What a compilation gave.</summary>
public sealed record CompilationResult
{
    /// <summary>All findings, in order of place.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The output; empty when there is an error.</summary>
    public required Repository Repository { get; init; }

    /// <summary>How many Kubernetes objects the output holds.</summary>
    public int Objects { get; init; }

    /// <summary>Whether there is no error, so that the output may be written.</summary>
    public bool Succeeded => !Diagnostics.Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
}

/// <summary>The order of the phases. The only file that knows it.</summary>
public static class Compiler
{
    /// <summary>Compiles a topology in memory. Nothing is written, and nothing is thrown for a mistake in the model.</summary>
    public static CompilationResult Compile(MonitoringTopology topology, CompilationOptions options)
    {
        var found = new DiagnosticBag();
        return new CompilationResult
        {
            Diagnostics = options.Severities.Apply(found.ToSorted(), topology.Suppressions),
            Repository = Repository.Empty,
        };
    }
}
