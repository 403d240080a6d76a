using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary>Parses what verbs are given, as plain PromQL or as Grafana writes it.</summary>
sealed record ExpressionReader(Dialect Dialect, bool IsGrafana)
{
    public ReadExpression Read(InputExpression input)
    {
        if (!IsGrafana)
        {
            var result = PromParser.Parse(input.Text, Dialect);
            return new(
                input.Text,
                input.Source,
                result.Expression,
                result.Diagnostics,
                () => PromPrinter.Print(result.Expression!, Dialect),
                width => PromPrinter.Format(result.Expression!, width, Dialect));
        }

        var query = GrafanaQuery.Parse(input.Text, Dialect);
        return new(
            input.Text,
            input.Source,
            query.Expression,
            query.Diagnostics,
            query.Print,
            query.Format);
    }
}
