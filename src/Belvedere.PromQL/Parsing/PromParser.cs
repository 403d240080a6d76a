using System.Diagnostics.CodeAnalysis;

namespace Belvedere.PromQL;

/// <summary>
/// Turns text into a tree. Never throws for what the text says, whatever its length; time and memory are linear in it.
/// Source: Prometheus 3.14, <c>promql/parser</c>.
/// </summary>
public static class PromParser
{
    /// <summary>How deep parentheses, calls, signs, powers and subqueries may nest; Prometheus itself has no bound.</summary>
    public const int MaximumDepth = 500;

    /// <summary>Parses and type-checks an expression of the latest dialect.</summary>
    public static ParseResult Parse([StringSyntax("PromQL")] string text) => Parse(text, Dialect.Latest);

    /// <summary>Parses and type-checks an expression.</summary>
    public static ParseResult Parse([StringSyntax("PromQL")] string text, Dialect dialect) => new Parser(text, dialect).ParseExpression();
}
