using Belvedere.Hosting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Belvedere.Build;

/// <summary>
/// Runs a config project's program and reports what it found. The program runs in a process of its own: user code may end or
/// crash its process, and it must not take the build with it. Its findings come from a result file, never from its output, which
/// is the user's.
/// </summary>
public sealed class RunGenerator : ToolTask
{
    readonly CrashReport crash = new();

    /// <summary>The program: the project's assembly.</summary>
    [Required]
    public string Program { get; set; } = "";

    /// <summary>Where relative paths of the model start.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The repository's folder, absolute.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Who owns the output folder: the project's name.</summary>
    [Required]
    public string Owner { get; set; } = "";

    /// <summary>The result file, absolute.</summary>
    [Required]
    public string ResultFile { get; set; } = "";

    /// <summary>The stamp, absolute.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>Whether the repository is compared instead of written.</summary>
    public bool Check { get; set; }

    /// <summary>Whether a file of the repository that was edited or removed makes the generator run again. Default: true.</summary>
    public bool CheckDrift { get; set; } = true;

    /// <summary>Files whose change makes the generator run again: the program, its references, and what the project adds.</summary>
    public ITaskItem[] Inputs { get; set; } = [];

    /// <summary>The compiler's path map, which is undone in messages.</summary>
    public string? PathMap { get; set; }

    /// <summary>Codes that are not reported.</summary>
    public string? NoWarn { get; set; }

    /// <summary>Codes that become errors.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>Codes that stay warnings.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>Whether every warning becomes an error.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The folder with a page for each code; links are left out when it is absent.</summary>
    public string? DocumentationFolder { get; set; }

    /// <summary>The dotnet host; found on PATH when empty.</summary>
    public string? DotNetHost { get; set; }

    /// <inheritdoc/>
    protected override string ToolName => "dotnet";

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!Check)
        {
            if (StampCheck.ReasonToRun(StampFile, Seal(), OutputFolder, CheckDrift) is not { } reason)
            {
                Log.LogMessage(MessageImportance.Low, "The repository in {0} is up to date.", OutputFolder);
                return true;
            }

            Log.LogMessage(MessageImportance.Low, "The generator runs: {0}.", reason);
            // An end of any kind but the good one leaves no stamp, so that the next build runs again.
            File.Delete(StampFile);
        }

        // What an earlier run told must not pass for what this one tells.
        File.Delete(ResultFile);
        var succeeded = base.Execute() && Report();
        if (!succeeded && !Check)
            File.Delete(StampFile);
        return succeeded;
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => DotNetHost is { Length: > 0 } host ? host : OnWindows ? "dotnet.exe" : "dotnet";

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => ProjectDirectory;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = Arguments();
        if (!Check)
        {
            line.AppendSwitchIfNotNull("--stamp ", StampFile);
            line.AppendSwitchIfNotNull("--seal ", Seal());
        }

        return line.ToString();
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        // Users print what they like; "error: handling enabled" is not an error.
        crash.See(singleLine);
        Log.LogMessage(messageImportance, "{0}", singleLine);
    }

    /// <inheritdoc/>
    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, "{0}", message);

    // The result says what went wrong; the bare exit code says nothing more.
    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors() => true;

    static bool OnWindows => Path.DirectorySeparatorChar == '\\';

    CommandLineBuilder Arguments()
    {
        var line = new CommandLineBuilder();
        line.AppendFileNameIfNotNull(Program);
        line.AppendSwitch(Check ? "check" : "generate");
        line.AppendSwitchIfNotNull("--host-version ", HostContract.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        line.AppendSwitchIfNotNull("--project-directory ", ProjectDirectory);
        line.AppendSwitchIfNotNull("--output ", OutputFolder);
        line.AppendSwitchIfNotNull("--owner ", Owner);
        line.AppendSwitchIfNotNull("--result ", ResultFile);
        AppendCodes(line, "--no-warn ", NoWarn);
        AppendCodes(line, "--warnings-as-errors ", WarningsAsErrors);
        AppendCodes(line, "--warnings-not-as-errors ", WarningsNotAsErrors);
        if (TreatWarningsAsErrors)
            line.AppendSwitch("--treat-warnings-as-errors");
        foreach (var (real, mapped) in Build.PathMap.Parse(PathMap))
            line.AppendSwitchIfNotNull("--source-root ", $"{mapped}={real}");
        return line;
    }

    // NoWarn is mostly the compiler's; only our codes concern the program.
    static void AppendCodes(CommandLineBuilder line, string name, string? codes)
    {
        var ours = (codes ?? "").Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(code => code.StartsWith("BLV", StringComparison.OrdinalIgnoreCase));
        if (string.Join(";", ours) is { Length: > 0 } list)
            line.AppendSwitchIfNotNull(name, list);
    }

    string Seal()
    {
        var seal = new Seal().Add(Arguments().ToString());
        foreach (var input in Inputs)
            seal.AddFile(input.GetMetadata("FullPath"));
        return seal.ToString();
    }

    bool Report()
    {
        if (!File.Exists(ResultFile))
        {
            Fail(ExitCode == 0 ? BuildDiagnostics.EndedEarly() : BuildDiagnostics.Died(ExitCode, crash.Text));
            return false;
        }

        var (result, problem) = GeneratorResult.Read(ResultFile);
        if (result is null)
        {
            Fail(BuildDiagnostics.UnreadableResult(problem ?? ""));
            return false;
        }

        foreach (var finding in result.Findings)
            Tell(finding);
        if (result.Succeeded && ExitCode != 0)
            Fail(BuildDiagnostics.FailedAfterResult(ExitCode));
        if (!result.Succeeded || Log.HasLoggedErrors)
            return false;

        // The first line has the form that the terminal logger shows as the project's result.
        Log.LogMessage(MessageImportance.High, "{0} -> {1}", Owner, result.OutputFolder);
        Log.LogMessage(MessageImportance.High, "  {0}", result.Summary);
        return true;
    }

    void Tell(GeneratorFinding finding)
    {
        switch (finding.Severity)
        {
            case "error":
                Log.LogError(null, finding.Code, finding.Code, HelpLink(finding), finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, "{0}", finding.Message);
                break;
            case "warning":
                Log.LogWarning(null, finding.Code, finding.Code, HelpLink(finding), finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, "{0}", finding.Message);
                break;
            default:
                Log.LogMessage(null, finding.Code, finding.Code, finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, MessageImportance.Normal, "{0}", finding.Message);
                break;
        }
    }

    void Fail(BuildError error) =>
        Log.LogError(null, error.Code, error.Code, Page(error.Code), Program, 0, 0, 0, 0, "{0}", error.Message);

    string? HelpLink(GeneratorFinding finding) => finding.HelpLink is { Length: > 0 } ? Page(finding.Code) : null;

    // The pages ship with the targets, so that a link works offline and fits the version.
    string? Page(string code) =>
        DocumentationFolder is { Length: > 0 } folder && Path.Combine(folder, code + ".md") is var page && File.Exists(page)
            ? new Uri(Path.GetFullPath(page)).AbsoluteUri
            : null;
}
