namespace Belvedere.PromQL.Tests.Grafana;

/// <summary>Every expression of real dashboards, with its variables.</summary>
public sealed class GrafanaCorpusTests
{
    static readonly string[] Kinds = ["target", "variable-query", "variable-selector", "annotation"];

    [Test]
    public void What_parses_with_values_in_it_parses_with_variables_and_comes_back_with_them()
    {
        var failures = new List<string>();
        int parsed = 0, withVariables = 0, substituted = 0;
        foreach (var row in Rows().Where(row => row.IsPromQL))
        {
            var expression = GrafanaParser.Parse(row.Original);
            if (expression.HasErrors)
            {
                failures.Add($"{row.Original}\n  {expression.Diagnostics[0]}");
                continue;
            }

            parsed++;
            withVariables += expression.Variables.Count > 0 ? 1 : 0;
            substituted += expression.Substitutions.Count > 0 ? 1 : 0;
            if (Roundtrip(expression) is { } difference)
                failures.Add($"{row.Original}\n  {difference}");
        }

        TestContext.Out.WriteLine($"{parsed} parsed, {withVariables} with variables, {substituted} with a value put in for one");
        Assert.That(parsed, Is.GreaterThan(11_000));
        Assert.That(failures, Is.Empty, () => $"{failures.Count} failures:\n" + string.Join("\n\n", failures.Take(30)));
    }

    [Test]
    public void What_no_variable_makes_valid_is_refused_and_what_a_value_makes_valid_is_not()
    {
        var accepted = new List<string>();
        foreach (var row in Rows().Where(row => !row.IsPromQL))
        {
            var parsed = GrafanaParser.Parse(row.Original);
            var name = row.Language + ": " + row.Original.ReplaceLineEndings(" ");
            if (!parsed.HasErrors)
                accepted.Add(name);
            TestContext.Out.WriteLine($"{(parsed.HasErrors ? "refused: " + parsed.Diagnostics[0].Message : "accepted")}: {name[..Math.Min(160, name.Length)]}");
        }

        // A trailing variable may be a condition, and 3.14 takes numbers as lengths of time.
        Assert.That(accepted.Where(row => !row.StartsWith("needs-variable-text", StringComparison.Ordinal)), Has.All.Contains("$__range_s:1m"));
        Assert.That(accepted, Has.Count.GreaterThan(5));
    }

    static IEnumerable<CorpusExpression> Rows() =>
        CorpusExpressions.All().Where(row => Kinds.Contains(row.Kind)).DistinctBy(row => row.Original);

    static string? Roundtrip(GrafanaExpression expression)
    {
        var missing = expression.Variables.GroupBy(variable => variable.Span.In(expression.Text))
            .FirstOrDefault(group => Count(expression.Print(), group.Key) != group.Count() || Count(expression.Format(), group.Key) != group.Count());
        if (missing is not null)
            return $"{missing.Key} is not printed {missing.Count()} times: {expression.Print()}";

        var again = GrafanaParser.Parse(expression.Print());
        if (again.HasErrors || !again.Expression!.Equals(expression.Expression))
            return $"printed as {expression.Print()}";
        var pretty = GrafanaParser.Parse(expression.Format());
        return pretty.HasErrors || !pretty.Expression!.Equals(expression.Expression) ? $"formatted as {expression.Format()}" : null;
    }

    static int Count(string text, string part)
    {
        // "$a" is not a part of "$ab".
        return TemplateVariable.FindAll(text).Count(variable => variable.Span.In(text) == part);
    }
}
