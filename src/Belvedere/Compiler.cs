using Belvedere.Binding;
using Belvedere.Checks;
using Belvedere.Diagnostics;
using Belvedere.Emission;
using Belvedere.Lowering;
using Belvedere.Sources;

namespace Belvedere;

/// <summary>What a compilation is told beside the model.</summary>
public sealed record CompilationOptions
{
    /// <summary>The files that the model reads, from the folder that its relative paths start at.</summary>
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

    /// <summary>How many Kubernetes objects the output holds: those of the hub, and those of its base for each cluster.</summary>
    public int Objects { get; init; }

    /// <summary>Whether there is no error, so that the output may be written.</summary>
    public bool Succeeded => !Diagnostics.Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
}

/// <summary>The order of the phases. The only file that knows it.</summary>
public static class Compiler
{
    /// <summary>
    /// Compiles a topology in memory. Nothing is written, and nothing is thrown for a mistake in the model: users test their
    /// fleet with it.
    /// </summary>
    public static CompilationResult Compile(MonitoringTopology topology, CompilationOptions options)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(options);

        var found = new DiagnosticBag();
        void Begin(string phase) => options.Progress?.Invoke(phase);

        Begin("Reading the model and its files");
        var bound = Binder.Bind(topology, options.Sources, found);
        CheckRegistry.Run(CheckRegistry.OfTopology, bound, found);
        if (found.HasErrors)
            return Result(Repository.Empty, objects: 0);

        Begin("Making the objects");
        var manifests = Lowerer.Lower(bound, found);
        CheckRegistry.Run(CheckRegistry.OfManifests, manifests, found);
        if (found.HasErrors)
            return Result(Repository.Empty, objects: 0);

        Begin("Rendering the repository");
        return Result(Renderer.Render(manifests), manifests.ObjectCount);

        CompilationResult Result(Repository repository, int objects)
        {
            var reported = options.Severities.Apply(found.ToSorted(), topology.Suppressions);
            var failed = reported.Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
            return new CompilationResult
            {
                Diagnostics = reported,
                Repository = failed ? Repository.Empty : repository,
                Objects = failed ? 0 : objects,
            };
        }
    }
}
