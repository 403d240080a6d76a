using System.Runtime.CompilerServices;

namespace Belvedere.Diagnostics;

/// <summary>
/// Silences one warning with a reason that the next reader can judge. One that silences nothing is itself a warning, so that
/// licences do not pile up; errors cannot be silenced.
/// </summary>
public sealed record Suppression : Element
{
    /// <summary>Names the code and the reason.</summary>
    /// <param name="code">For example <c>BLV1012</c>.</param>
    /// <param name="reason">Why the warning is wrong here: a sentence.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Suppression(string code, string reason, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) =>
        (Code, Reason) = (code, reason);

    /// <summary>The code that is silenced.</summary>
    public string Code { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The one element that it is silenced on, as messages name it (<c>cluster 'north'</c>); all when null.</summary>
    public string? On { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"suppression of {Code}";

    /// <summary>Whether it silences a finding.</summary>
    public bool Covers(Diagnostic diagnostic) => diagnostic.Descriptor.Code == Code && (On is null || On == diagnostic.Element);
}
