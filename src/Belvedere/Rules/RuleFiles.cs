using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Rules from YAML files, taken as they are: PrometheusRule objects, or Prometheus' own rule files with <c>groups</c> at the
/// root.
/// </summary>
public sealed record RuleFiles : RuleSource
{
    /// <summary>Names the files.</summary>
    /// <param name="path">Relative to the project's folder; <c>*</c> and <c>**</c> name several.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public RuleFiles(string path, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Path = path;

    /// <summary>The files.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Designation => $"rules of '{Path}'";
}
