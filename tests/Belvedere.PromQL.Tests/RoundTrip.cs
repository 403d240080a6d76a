namespace Belvedere.PromQL.Tests;

/// <summary>Whether what is printed reads back as the same tree.</summary>
public static class RoundTrip
{
    /// <summary>What Prometheus would say of a text.</summary>
    public static string FirstMessage(ParseResult result) => result.Diagnostics.Count == 0 ? "valid" : result.Diagnostics[0].Message;

    /// <summary>What went wrong; null where nothing did.</summary>
    public static string? Difference(Expression expression, Dialect dialect)
    {
        var printed = PromPrinter.Print(expression);
        return Check("canonical", printed) ?? Check("layout", PromPrinter.Format(expression)) ?? Check("narrow layout", PromPrinter.Format(expression, 20));

        string? Check(string form, string text)
        {
            var again = PromParser.Parse(text, dialect);
            if (again.HasErrors)
                return $"{form} does not parse: {text}\n  {again.Diagnostics[0]}";
            if (!again.Expression!.Equals(expression))
                return $"{form} is another tree: {text}\n  {again.Expression}";
            return PromPrinter.Print(again.Expression) == printed ? null : $"{form} prints differently: {text}\n  {again.Expression}";
        }
    }
}
