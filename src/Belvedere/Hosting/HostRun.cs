using System.Diagnostics;
using System.Reflection;
using Belvedere.Diagnostics;
using Belvedere.Emission;
using Belvedere.Sources;
using Diagnostic = Belvedere.Diagnostics.Diagnostic;

namespace Belvedere.Hosting;

/// <summary>One run of a config project: evaluate, compile, write or compare, tell.</summary>
/// <param name="arguments">What was asked.</param>
/// <param name="call">Where the user's program calls the host.</param>
sealed class HostRun(HostArguments arguments, SourceLocation call)
{
    readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Runs and returns the exit code.</summary>
    public int Execute(Func<MonitoringTopology> topology)
    {
        if (arguments.HostVersion is { } theirs && theirs != HostContract.Version)
            return Refuse(HostDiagnostics.SpeaksAnotherVersion(theirs));
        if (arguments.Problem is { } problem)
            return Refuse(HostDiagnostics.NotUnderstood(problem));
        if (arguments.Verb is HostVerb.Help)
        {
            Terminal.OfProcess().Output.WriteLine(HostArguments.Help);
            return 0;
        }

        return Tell(Compile(topology));
    }

    /// <summary>Ends a run before it began.</summary>
    public int Refuse(Diagnostic reason) => Tell(Failed([reason]));

    /// <summary>The run without its telling.</summary>
    public HostReport Compile(Func<MonitoringTopology> evaluate)
    {
        var sources = new SourceFiles(arguments.ProjectFolder);
        CompilationResult result;
        var evaluating = true;
        try
        {
            if (evaluate() is not { } topology)
                return Failed([HostDiagnostics.LambdaReturnedNull(call)]);

            evaluating = false;
            using var progress = WatchedProgress();
            result = Compiler.Compile(topology, new CompilationOptions
            {
                Sources = sources,
                Severities = arguments.Severities,
                Progress = progress is null ? null : progress.Enter,
            });
        }
        catch (Exception exception)
        {
            return Failed([Fault.Of(exception, call, evaluating)]);
        }

        if (!result.Succeeded)
            return Failed(result.Diagnostics);

        try
        {
            return arguments.Verb is HostVerb.Check ? Check(result) : Generate(result, sources);
        }
        catch (Exception exception)
        {
            return Failed([.. result.Diagnostics, Fault.InTheCompiler(exception, call)]);
        }
    }

    HostReport Generate(CompilationResult result, SourceFiles sources)
    {
        var outcome = RepositoryOnDisk.Write(result.Repository, arguments.OutputFolder, Owner);
        var findings = WithDiskFindings(result, outcome.Diagnostics);
        if (outcome.Summary is not { } written || HasErrors(findings))
            return Failed(findings);

        if (arguments.StampFile is { } stamp)
        {
            try
            {
                Stamp.Write(stamp, arguments.Seal, arguments.OutputFolder, result.Repository, sources.Records);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Failed([.. findings, HostDiagnostics.CannotWrite(stamp, exception.Message)]);
            }
        }

        return Report(HostOutcome.Generated, findings) with
        {
            Objects = result.Objects,
            Written = written.Written,
            Unchanged = written.Unchanged,
            Removed = written.Removed,
        };
    }

    HostReport Check(CompilationResult result)
    {
        var outcome = RepositoryOnDisk.Check(result.Repository, arguments.OutputFolder, Owner);
        var findings = WithDiskFindings(result, outcome.Diagnostics);
        return HasErrors(findings) || outcome.Stale.Count > 0
            ? Failed([.. findings, .. outcome.Stale.Select(file => HostDiagnostics.IsStale(arguments.OutputFolder, file))])
            : Report(HostOutcome.Checked, findings) with { Objects = result.Objects, Unchanged = result.Repository.Files.Count };
    }

    IReadOnlyList<Diagnostic> WithDiskFindings(CompilationResult result, IReadOnlyList<Diagnostic> found) =>
        found.Count == 0 ? result.Diagnostics : [.. result.Diagnostics, .. arguments.Severities.Apply(found, [])];

    static bool HasErrors(IReadOnlyList<Diagnostic> findings) => findings.Any(finding => finding.Severity is DiagnosticSeverity.Error);

    string Owner => arguments.Owner ?? Assembly.GetEntryAssembly()?.GetName().Name ?? "";

    HostReport Failed(IReadOnlyList<Diagnostic> findings) => Report(HostOutcome.Failed, findings);

    HostReport Report(HostOutcome outcome, IReadOnlyList<Diagnostic> findings) => new()
    {
        Outcome = outcome,
        Diagnostics = findings.Count == 0 ? findings : new SourceRefinement(arguments.SourceRoots, arguments.ProjectFolder).Refine(findings),
        OutputFolder = arguments.OutputFolder,
        Elapsed = clock.Elapsed,
    };

    Progress? WatchedProgress() =>
        !arguments.Quiet && !arguments.Json && arguments.ResultFile is null && Terminal.OfProcess().Progress is { } screen ? new Progress(screen) : null;

    int Tell(HostReport report)
    {
        if (arguments.ResultFile is { } file)
        {
            try
            {
                ResultFile.Write(file, report);
                return report.ExitCode;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                report = Failed([.. report.Diagnostics, HostDiagnostics.CannotWrite(file, exception.Message)]);
            }
        }

        var output = Terminal.OfProcess().Output;
        if (arguments.Json)
        {
            using var buffer = new MemoryStream();
            ResultFile.Write(buffer, report);
            output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
            return report.ExitCode;
        }

        foreach (var diagnostic in report.Diagnostics)
            output.WriteLine(diagnostic.ToString());
        if (!arguments.Quiet)
            output.WriteLine($"{Owner} -> {report.OutputFolder}\n  {report.Summary}");
        return report.ExitCode;
    }
}
