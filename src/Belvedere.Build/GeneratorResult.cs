using System.Text;
using Belvedere.Hosting;

namespace Belvedere.Build;

/// <summary>One finding of a run, as the result file tells it.</summary>
sealed record GeneratorFinding(
    string Severity, string Code, string Message, string? File, int Line, int Column, int EndLine, int EndColumn, string? HelpLink);

/// <summary>What a run told in its result file.</summary>
sealed record GeneratorResult(bool Succeeded, string Summary, string OutputFolder, IReadOnlyList<GeneratorFinding> Findings)
{
    /// <summary>Reads a result file; a text of another version or shape gives the reason instead.</summary>
    public static (GeneratorResult? Result, string? Problem) Read(string file)
    {
        try
        {
            return JsonReader.Read(File.ReadAllText(file, Encoding.UTF8)) is not Dictionary<string, object?> root
                ? (null, "it is no JSON object")
                : Number(root, "version") is var version && version != HostContract.Version
                    ? (null, $"it has version {version}, and this build understands version {HostContract.Version}")
                    : (Result(root), null);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message.TrimEnd('.'));
        }
    }

    static GeneratorResult Result(Dictionary<string, object?> root) => new(
        Text(root, "outcome") is "generated" or "checked",
        Text(root, "summary") ?? "",
        Text(root, "output") ?? "",
        root.TryGetValue("diagnostics", out var found) && found is List<object?> list
            ? [.. list.OfType<Dictionary<string, object?>>().Select(Finding)]
            : []);

    static GeneratorFinding Finding(Dictionary<string, object?> finding) => new(
        Text(finding, "severity") ?? "error",
        Text(finding, "code") ?? "",
        Text(finding, "message") ?? "",
        Text(finding, "file"),
        Number(finding, "line"),
        Number(finding, "column"),
        Number(finding, "endLine"),
        Number(finding, "endColumn"),
        Text(finding, "helpLink"));

    static string? Text(Dictionary<string, object?> map, string name) => map.TryGetValue(name, out var value) ? value as string : null;

    static int Number(Dictionary<string, object?> map, string name) =>
        map.TryGetValue(name, out var value) && value is double number and >= 0 and <= int.MaxValue ? (int)number : 0;
}
