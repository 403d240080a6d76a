using System.Diagnostics.CodeAnalysis;

namespace Belvedere.PromQL;

/// <summary>A PromQL expression as its author wrote it.</summary>
public sealed class Expr
{
    /// <summary>Takes an expression's text.</summary>
    public Expr([StringSyntax("PromQL")] string text) => Text = text;

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
