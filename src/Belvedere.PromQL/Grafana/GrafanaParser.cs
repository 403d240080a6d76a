using System.Globalization;

namespace Belvedere.PromQL;

/// <summary>
/// Parses expressions of dashboards. A variable is taken for what fits its place: text in a string, a length of time, a number,
/// a name, a label, whole matchers, a function. Where nothing fits, its default is put in, or else a guess. Never throws for
/// what the text says.
/// </summary>
public static class GrafanaParser
{
    /// <summary>The names that a function's variable is tried as: they differ in what they take.</summary>
    static readonly string[] FunctionNames = ["sum", "rate", "topk", "quantile_over_time"];

    static readonly Dictionary<string, string> NoDefaults = [];

    /// <summary>Parses an expression of a dashboard.</summary>
    /// <param name="text">The expression, with variables.</param>
    /// <param name="dialect">What the data source accepts; the latest dialect when null.</param>
    /// <param name="defaults">The values of variables that must be put in where nothing else fits, by name.</param>
    public static GrafanaExpression Parse(string text, Dialect? dialect = null, IReadOnlyDictionary<string, string>? defaults = null)
    {
        dialect ??= Dialect.Latest;
        var holes = HoleScanner.Scan(text);
        if (holes.Count == 0)
        {
            var plain = PromParser.Parse(text, dialect);
            return new(text, dialect, plain.Expression, plain.Diagnostics, [], [], isRestored: !plain.HasErrors && plain.Expression is not null);
        }

        var marker = Marker(text);
        GrafanaExpression? first = null;
        foreach (var attempt in Attempts(holes, marker, defaults ?? NoDefaults))
        {
            var substituted = new SubstitutedText(text, holes, attempt.Replacement);
            var result = PromParser.Parse(substituted.Text, dialect);
            if (result.HasErrors && first is not null)
                continue;

            var parsed = Restore(substituted, holes, marker, attempt.IsValue, result);
            if (!result.HasErrors)
                return parsed;
            first = parsed;
        }

        return first!;
    }

    static GrafanaExpression Restore(SubstitutedText substituted, List<TemplateHole> holes, char marker, Func<TemplateHole, bool> isValue, ParseResult result)
    {
        var restorer = new VariableRestorer(substituted, holes, marker, isValue);
        var expression = result.Expression is null ? null : restorer.Rewrite(result.Expression);
        var substitutions = new List<VariableSubstitution>();
        for (var i = 0; i < holes.Count; i++)
            if (!restorer.IsRestored(i) && !result.HasErrors)
                substitutions.Add(new(holes[i].Variable, substituted.TextOf(i)));

        return new(
            substituted.Original,
            result.Dialect,
            expression,
            restorer.Diagnostics(result.Diagnostics),
            [.. holes.Select(hole => hole.Variable)],
            substitutions,
            isRestored: !result.HasErrors && expression is not null && substitutions.Count == 0);
    }

    /// <summary>What to put in, the likeliest first. Their number does not depend on the text.</summary>
    static IEnumerable<Attempt> Attempts(List<TemplateHole> holes, char marker, IReadOnlyDictionary<string, string> defaults)
    {
        var hasFunctions = holes.Any(hole => hole.Kind == HoleKind.Function);
        var hasOperands = holes.Any(hole => hole.Kind is HoleKind.NumberOrMetric or HoleKind.MetricOrNumber);
        var hasAnything = holes.Any(hole => hole.Kind == HoleKind.Anything);
        HoleKind?[] operands = hasOperands ? [null, HoleKind.NumberOrMetric, HoleKind.MetricOrNumber] : [null];
        foreach (var operand in operands)
            for (var function = 0; function < (hasFunctions ? FunctionNames.Length : 1); function++)
            {
                var name = FunctionNames[function];
                yield return new((hole, index) => Replacement(hole, index, operand, name, ""), hole => hole.Kind == HoleKind.Anything);
                if (hasAnything)
                    yield return new((hole, index) => Replacement(hole, index, operand, name, " and "), hole => hole.Kind == HoleKind.Anything);
            }

        if (defaults.Count > 0)
            yield return new(
                (hole, index) => HasDefault(hole) ? defaults[hole.Variable.Name] : Replacement(hole, index, null, FunctionNames[0], ""),
                hole => hole.Kind == HoleKind.Anything || HasDefault(hole));

        bool HasDefault(TemplateHole hole) => hole.Kind != HoleKind.InString && defaults.ContainsKey(hole.Variable.Name);

        string Replacement(TemplateHole hole, int index, HoleKind? operand, string function, string anything)
        {
            var kind = hole.Kind is HoleKind.NumberOrMetric or HoleKind.MetricOrNumber ? operand ?? Guess(hole) : hole.Kind;
            return kind switch
            {
                HoleKind.InString => marker.ToString(),
                HoleKind.Duration => "5m",
                HoleKind.Unit => "m",
                HoleKind.Number or HoleKind.NumberOrMetric => "5",
                HoleKind.Matchers => $"{VariableRestorer.MatcherPrefix}{index.ToString(CultureInfo.InvariantCulture)}=\"v\"",
                HoleKind.Function => function,
                HoleKind.Anything => defaults.TryGetValue(hole.Variable.Name, out var value) ? value : anything,
                _ => "v" + index.ToString(CultureInfo.InvariantCulture),
            };
        }

        // A default tells numbers from metrics.
        HoleKind Guess(TemplateHole hole) => !defaults.TryGetValue(hole.Variable.Name, out var value) ? hole.Kind
            : LiteralText.Number(value.Length == 0 ? "?" : value, out _) is not null ? HoleKind.NumberOrMetric
            : LabelNames.IsPlain(value.Replace(':', '_')) ? HoleKind.MetricOrNumber
            : hole.Kind;
    }

    /// <summary>A way to fill the holes.</summary>
    /// <param name="Replacement">What is put in for a hole.</param>
    /// <param name="IsValue">Whether that is the variable's value, so that the tree does not show the variable.</param>
    sealed record Attempt(Func<TemplateHole, int, string> Replacement, Func<TemplateHole, bool> IsValue);

    /// <summary>A character of the private use area that the text does not hold: it stands for variables in strings.</summary>
    static char Marker(string text)
    {
        for (var c = '\uE000'; c < '\uF8FF'; c++)
            if (text.IndexOf(c) < 0)
                return c;

        return '\uF8FF';
    }
}
