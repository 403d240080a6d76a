using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belvedere.PromQL;

/// <summary>
/// A PromQL expression as its author wrote it, in a literal or in an interpolated string. Nothing is checked here and nothing is
/// thrown: what is wrong with it comes out when it is parsed.
/// </summary>
public sealed class Expr
{
    // Two constructors with optional parameters could not be told apart after a change; these are the compiler's to fill, and
    // what comes first tells them apart.
#pragma warning disable RS0026

    readonly IReadOnlyList<PromDiagnostic> insertions;
    ParseResult? parsed;

    /// <summary>Takes an expression's text.</summary>
    /// <param name="text">PromQL.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Expr([StringSyntax("PromQL")] string text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : this(text, [], line, file)
    {
    }

    /// <summary>Takes an interpolated string, such as <c>$"rate({metric}[{window}])"</c>; what may stand in its holes tells <see cref="ExprText"/>.</summary>
    /// <param name="text">PromQL.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Expr([StringSyntax("PromQL")] ExprText text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : this(text.Finish(), text.Diagnostics, line, file)
    {
    }

    Expr(string text, IReadOnlyList<PromDiagnostic> insertions, int line, string file)
    {
        Text = text;
        this.insertions = insertions;
        Line = line;
        File = file;
    }

    /// <summary>The text as written, with everything that was inserted.</summary>
    public string Text { get; }

    /// <summary>The line of the C# file that it was written on, from 1; 0 if that is not known.</summary>
    public int Line { get; }

    /// <summary>The C# file that it was written in; empty if that is not known.</summary>
    public string File { get; }

    /// <summary>The expression in the latest dialect with everything that can be switched on; parsed once.</summary>
    public ParseResult Parsed => parsed ??= Parse(Dialect.Latest.With(PromQLFeatures.All));

    /// <summary>Parses and type-checks the expression. What could not be inserted safely comes first.</summary>
    public ParseResult Parse(Dialect dialect)
    {
        var result = PromParser.Parse(Text, dialect);
        return insertions.Count == 0 ? result : new(Text, dialect, result.Expression, [.. insertions, .. result.Diagnostics]);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
