using System.Globalization;
using Belvedere.Diagnostics;

namespace Belvedere.Hosting;

/// <summary>What a run does.</summary>
enum HostVerb
{
    Generate = 1,
    Check,
    Help,
}

/// <summary>The command line of a config project: what the build passes, and what a person may type after <c>dotnet run --</c>.</summary>
sealed record HostArguments
{
    const string DefaultOutput = "manifests";

    public const string Help = """
        usage: dotnet run [--] [generate|check] [options]

          generate                        compile the topology and write its repository (the default)
          check                           compile, compare with the repository on disk, write nothing

          --output DIR                    the repository's folder; default: manifests, beside the project
          --project-directory DIR         where relative paths start; default: the working directory
          --owner NAME                    who owns the output folder; default: the program's name
          --no-warn CODES                 warnings that are not reported, separated by semicolons
          --warnings-as-errors CODES      warnings that become errors
          --warnings-not-as-errors CODES  warnings that stay warnings
          --treat-warnings-as-errors      every warning becomes an error
          --source-root FROM=TO           where sources compiled with a path map really lie; repeatable
          --quiet                         no summary and no progress
          --json                          the result as JSON on standard output, instead of text
          --result FILE                   the same JSON in a file, and no text; the build reads it
          --stamp FILE                    what was read and written, for the build's up-to-date check
          --seal TEXT                     what else the stamp depends on; copied into it
          --host-version N                the version of these options that the caller speaks
          --help                          this text
        """;

    public HostVerb Verb { get; init; } = HostVerb.Generate;

    /// <summary>Absolute.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>Absolute.</summary>
    public required string OutputFolder { get; init; }

    public string? Owner { get; init; }

    public string? ResultFile { get; init; }

    public string? StampFile { get; init; }

    public string Seal { get; init; } = "";

    public SourceRoots SourceRoots { get; init; } = SourceRoots.None;

    public SeverityPolicy Severities { get; init; } = new();

    public bool Quiet { get; init; }

    public bool Json { get; init; }

    /// <summary>The contract's version that the caller speaks; null when a person calls.</summary>
    public int? HostVersion { get; init; }

    /// <summary>Why the arguments cannot be used, as a sentence; null when they can.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Reads the whole line even past a problem: a caller of another version is told that first, and the result file it asked
    /// for is still written.
    /// </summary>
    public static HostArguments Parse(IReadOnlyList<string> arguments, string workingFolder)
    {
        HostVerb? verb = null;
        string output = DefaultOutput, project = workingFolder, seal = "";
        string? owner = null, result = null, stamp = null, problem = null;
        bool quiet = false, json = false;
        int? version = null;
        var severities = new SeverityPolicy();
        var roots = new List<SourceRoot>();

        for (var index = 0; index < arguments.Count; index++)
        {
            var (name, inline) = Split(arguments[index]);
            switch (name)
            {
                case "generate" or "check" when verb is not null and not HostVerb.Help:
                    problem ??= $"'{name}' comes after another verb. Name one.";
                    break;
                case "generate":
                    verb ??= HostVerb.Generate;
                    break;
                case "check":
                    verb ??= HostVerb.Check;
                    break;
                case "--help" or "-h" or "-?":
                    verb = HostVerb.Help;
                    break;
                case "--output":
                    output = Value();
                    break;
                case "--project-directory":
                    project = Value();
                    break;
                case "--owner":
                    owner = Value();
                    break;
                case "--result":
                    result = Value();
                    break;
                case "--stamp":
                    stamp = Value();
                    break;
                case "--seal":
                    seal = Value();
                    break;
                case "--source-root":
                    AddRoot(Value());
                    break;
                case "--no-warn":
                    severities = severities with { NoWarn = Codes(Value()) };
                    break;
                case "--warnings-as-errors":
                    severities = severities with { WarningsAsErrors = Codes(Value()) };
                    break;
                case "--warnings-not-as-errors":
                    severities = severities with { WarningsNotAsErrors = Codes(Value()) };
                    break;
                case "--treat-warnings-as-errors":
                    severities = severities with { TreatWarningsAsErrors = true };
                    break;
                case "--quiet":
                    quiet = true;
                    break;
                case "--json":
                    json = true;
                    break;
                case "--host-version":
                    version = int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
                    break;
                default:
                    problem ??= $"'{name}' is not an option. --help lists them.";
                    break;
            }

            string Value()
            {
                if (inline is not null)
                    return inline;
                if (index + 1 < arguments.Count)
                    return arguments[++index];

                problem ??= $"{name} needs a value.";
                return "";
            }
        }

        var projectFolder = Path.GetFullPath(project.Length == 0 ? "." : project, workingFolder);
        return new HostArguments
        {
            Verb = verb ?? HostVerb.Generate,
            ProjectFolder = projectFolder,
            OutputFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output.Length == 0 ? DefaultOutput : output, projectFolder)),
            Owner = owner,
            ResultFile = result is { Length: > 0 } ? Path.GetFullPath(result, projectFolder) : null,
            StampFile = stamp is { Length: > 0 } ? Path.GetFullPath(stamp, projectFolder) : null,
            Seal = seal,
            SourceRoots = new SourceRoots(roots),
            Severities = severities,
            Quiet = quiet,
            Json = json,
            HostVersion = version,
            Problem = problem,
        };

        void AddRoot(string pair)
        {
            var separator = pair.IndexOf('=');
            if (separator <= 0)
                problem ??= $"--source-root '{pair}' is not FROM=TO.";
            else
                roots.Add(new SourceRoot(pair[..separator], pair[(separator + 1)..]));
        }
    }

    static (string Name, string? Value) Split(string argument)
    {
        var separator = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=') : -1;
        return separator < 0 ? (argument, null) : (argument[..separator], argument[(separator + 1)..]);
    }

    // MSBuild's own separators: NoWarn is written with semicolons, commas, spaces and line breaks.
    static HashSet<string> Codes(string text) =>
        new(text.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
