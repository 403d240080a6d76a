namespace Belvedere.Diagnostics;

/// <summary>What a diagnostic does to the build.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Not reported.</summary>
    None = 1,

    /// <summary>Worth knowing; the build goes on.</summary>
    Info,

    /// <summary>Likely wrong; the build goes on.</summary>
    Warning,

    /// <summary>Wrong; nothing is written.</summary>
    Error,
}
