using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary>Parses what verbs are given, as plain PromQL or as Grafana writes it.</summary>
sealed record ExpressionReader(Dialect Dialect, bool IsGrafana)
{
    public ReadExpression Read(InputExpression input) => ReadExpression.Plain(input, Dialect);
}
