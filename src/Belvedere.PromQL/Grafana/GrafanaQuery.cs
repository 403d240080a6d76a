namespace Belvedere.PromQL;

/// <summary>What a query of a dashboard asks a Prometheus data source for.</summary>
public enum GrafanaQueryKind
{
    /// <summary>The series of an expression: every panel's query, and a variable's that uses no function.</summary>
    Expression,

    /// <summary><c>query_result(expression)</c>: the series of an expression, as text.</summary>
    QueryResult,

    /// <summary><c>label_values(label)</c> or <c>label_values(selector, label)</c>: the values of a label.</summary>
    LabelValues,

    /// <summary><c>label_names()</c> or <c>label_names(selector)</c>: the names of labels.</summary>
    LabelNames,

    /// <summary><c>metrics(regex)</c>: the names of metrics.</summary>
    Metrics,
}

/// <summary>
/// A query of a dashboard: an expression, or one of the functions that only variables have. Source: Grafana's documentation,
/// "Prometheus template variables".
/// </summary>
public sealed class GrafanaQuery
{
    static readonly (string Name, GrafanaQueryKind Kind)[] FunctionNames =
    [
        ("label_values", GrafanaQueryKind.LabelValues), ("label_names", GrafanaQueryKind.LabelNames),
        ("metrics", GrafanaQueryKind.Metrics), ("query_result", GrafanaQueryKind.QueryResult),
    ];

    readonly GrafanaExpression? inner;

    GrafanaQuery(string text, GrafanaQueryKind kind, GrafanaExpression? inner, string? argument, IReadOnlyList<PromDiagnostic> diagnostics)
    {
        Text = text;
        Kind = kind;
        this.inner = inner;
        Argument = argument;
        Diagnostics = diagnostics;
        HasErrors = diagnostics.Any(diagnostic => diagnostic.IsError);
    }

    /// <summary>The query as it stands in the dashboard.</summary>
    public string Text { get; }

    /// <summary>What it asks for.</summary>
    public GrafanaQueryKind Kind { get; }

    /// <summary>The expression or selector; null where the query has none. Its spans are those of <see cref="Text"/>.</summary>
    public Expression? Expression => inner?.Expression;

    /// <summary>The label of <c>label_values</c>, or the regular expression of <c>metrics</c>; it may hold variables.</summary>
    public string? Argument { get; }

    /// <summary>The variables that had to be given a value; see <see cref="GrafanaExpression.Substitutions"/>.</summary>
    public IReadOnlyList<VariableSubstitution> Substitutions => inner?.Substitutions ?? [];

    /// <summary>All findings; spans are those of <see cref="Text"/>.</summary>
    public IReadOnlyList<PromDiagnostic> Diagnostics { get; }

    /// <summary>Whether the query cannot work.</summary>
    public bool HasErrors { get; }

    /// <summary>Parses a query.</summary>
    /// <param name="text">The query, with variables.</param>
    /// <param name="dialect">What the data source accepts; the latest dialect when null.</param>
    /// <param name="defaults">The values of variables, by name; see <see cref="GrafanaParser"/>.</param>
    public static GrafanaQuery Parse(string text, Dialect? dialect = null, IReadOnlyDictionary<string, string>? defaults = null)
    {
        dialect ??= Dialect.Latest;
        foreach (var (name, kind) in FunctionNames)
            if (Arguments(text, name) is { } arguments)
                return Function(text, kind, arguments, dialect, defaults);

        var expression = GrafanaParser.Parse(text, dialect, defaults);
        return new(text, GrafanaQueryKind.Expression, expression, null, expression.Diagnostics);
    }

    /// <summary>The canonical form on one line.</summary>
    public string Print() => Print(expression => expression.Print());

    /// <summary>The expression laid out; a function's argument stays on its line.</summary>
    public string Format(int width = PromPrinter.DefaultWidth) => Kind == GrafanaQueryKind.Expression ? inner!.Format(width) : Print();

    string Print(Func<GrafanaExpression, string> print) => Kind switch
    {
        GrafanaQueryKind.Expression => print(inner!),
        GrafanaQueryKind.QueryResult => $"query_result({print(inner!)})",
        GrafanaQueryKind.Metrics => $"metrics({Argument})",
        GrafanaQueryKind.LabelNames => $"label_names({(inner is null ? "" : print(inner))})",
        _ => $"label_values({(inner is null ? "" : print(inner) + ", ")}{Argument})",
    };

    static GrafanaQuery Function(string text, GrafanaQueryKind kind, SourceSpan arguments, Dialect dialect, IReadOnlyDictionary<string, string>? defaults)
    {
        var trimmed = Trim(text, arguments);
        switch (kind)
        {
            case GrafanaQueryKind.QueryResult:
                var expression = Inner(text, trimmed, dialect, defaults);
                return new(text, kind, expression, null, expression.Diagnostics);
            case GrafanaQueryKind.Metrics:
                // Grafana itself matches, with the browser's regular expressions, so nothing is checked here.
                return new(text, kind, null, trimmed.In(text), []);
            case GrafanaQueryKind.LabelNames when trimmed.Length == 0:
                return new(text, kind, null, null, []);
            case GrafanaQueryKind.LabelNames:
                var ofNames = Inner(text, trimmed, dialect, defaults);
                return new(text, kind, ofNames, null, Selector(ofNames, trimmed));
            default:
                return LabelValues(text, trimmed, dialect, defaults);
        }
    }

    // The label follows the last comma: selectors hold commas themselves.
    static GrafanaQuery LabelValues(string text, SourceSpan arguments, Dialect dialect, IReadOnlyDictionary<string, string>? defaults)
    {
        var comma = arguments.Length == 0 ? -1 : text.LastIndexOf(',', arguments.End - 1, arguments.Length);
        var place = Trim(text, new(comma < 0 ? arguments.Start : comma + 1, arguments.End));
        var label = place.In(text);
        var hasLabel = LabelNames.IsPlain(label) || (TemplateVariable.IsIn(label) && label.IndexOfAny(['{', '(', '"']) is < 0 or 1);
        IReadOnlyList<PromDiagnostic> labelErrors = hasLabel ? [] :
        [
            new(PromGrafanaDiagnostics.LabelMissing, place, $"label_values() takes a label, or a selector and a label; {GoText.Quote(label)} is no label"),
        ];
        if (comma < 0)
            return new(text, GrafanaQueryKind.LabelValues, null, label, labelErrors);

        var span = Trim(text, new(arguments.Start, comma));
        var selector = Inner(text, span, dialect, defaults);
        return new(text, GrafanaQueryKind.LabelValues, selector, label, [.. Selector(selector, span), .. labelErrors]);
    }

    static IReadOnlyList<PromDiagnostic> Selector(GrafanaExpression expression, SourceSpan span) =>
        expression.HasErrors || expression.Expression?.WithoutParentheses() is VectorSelector
            ? expression.Diagnostics
            : [new(PromGrafanaDiagnostics.NotASelector, span, "this function takes a selector, not an expression", "Use query_result() and a regular expression on its text.")];

    /// <summary>Parses a part of the text. Blanks in front keep the places right.</summary>
    static GrafanaExpression Inner(string text, SourceSpan span, Dialect dialect, IReadOnlyDictionary<string, string>? defaults)
    {
        var padded = new string(' ', span.Start) + span.In(text);
        var parsed = GrafanaParser.Parse(padded, dialect, defaults);
        return parsed.Substitutions.Count == 0 ? parsed : parsed.WithText(span.In(text));
    }

    /// <summary>What stands in the parentheses of a function that is the whole text; null if it is not.</summary>
    static SourceSpan? Arguments(string text, string name)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (string.CompareOrdinal(text, start, name, 0, name.Length) != 0)
            return null;

        start += name.Length;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        return start < end && text[start] == '(' && text[end - 1] == ')' && end - 1 > start ? new(start + 1, end - 1) : null;
    }

    static SourceSpan Trim(string text, SourceSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        return new(start, end);
    }
}
