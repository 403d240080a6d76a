using System.Text;

namespace Belvedere.PromQL;

/// <summary>Writes trees as text.</summary>
public static class PromPrinter
{
    /// <summary>The width that <c>promtool promql format</c> lays out for.</summary>
    public const int DefaultWidth = 100;

    /// <summary>
    /// The canonical form on one line: Prometheus 3.14's <c>String()</c>. Matchers are sorted, <c>by</c> stands before the
    /// parentheses, keywords are in lower case. Parentheses are added where a tree that was built or rewritten needs them.
    /// </summary>
    public static string Print(Expression expression) => Print(expression, Dialect.Latest);

    /// <summary>The canonical form in the way of a dialect: before Prometheus 3.0, large and small numbers have an exponent.</summary>
    public static string Print(Expression expression, Dialect dialect)
    {
        var printer = new CanonicalPrinter(new StringBuilder(), dialect.Version.Major < 3, null);
        printer.Write(expression);
        return printer.LacksParentheses ? Print(new Parenthesizer().Rewrite(expression), dialect) : printer.Text;
    }

    /// <summary>The layout of <c>promtool promql format</c>: what is longer than <see cref="DefaultWidth"/> is split over lines, two spaces deeper.</summary>
    public static string Format(Expression expression) => Format(expression, DefaultWidth);

    /// <summary>The layout of <c>promtool promql format</c> for a width: a number of UTF-8 bytes, without the indentation.</summary>
    public static string Format(Expression expression, int width) => Format(expression, width, Dialect.Latest);

    /// <summary>The layout of <c>promtool promql format</c> in the way of a dialect.</summary>
    /// <remarks>A layout of more than 16 million characters, which only a hostile text can have, is given up for the canonical form.</remarks>
    public static string Format(Expression expression, int width, Dialect dialect)
    {
        var places = new Dictionary<Expression, SourceSpan>(ByReference.Instance);
        var printer = new CanonicalPrinter(new StringBuilder(), dialect.Version.Major < 3, places);
        printer.Write(expression);
        if (printer.LacksParentheses)
            return Format(new Parenthesizer().Rewrite(expression), width, dialect);

        var canonical = printer.Text;
        return canonical.Length <= width / 3
            ? canonical
            : new PrettyPrinter(canonical, places, width).Format(expression) ?? canonical;
    }

    /// <summary>A matcher in canonical form.</summary>
    internal static string Print(LabelMatcher matcher)
    {
        var result = new StringBuilder();
        CanonicalPrinter.AppendMatcher(result, matcher);
        return result.ToString();
    }

    /// <summary>A duration in canonical form.</summary>
    internal static string Print(DurationExpression duration)
    {
        var result = new StringBuilder();
        CanonicalPrinter.AppendDuration(result, duration);
        return result.ToString();
    }

    /// <summary>A label as it stands in a list.</summary>
    internal static string PrintLabel(string name) => LabelNames.IsPlain(name) ? name : GoText.Quote(name);
}
