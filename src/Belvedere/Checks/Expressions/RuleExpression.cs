using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.PromQL;

namespace Belvedere.Checks.Expressions;

/// <summary>The expression of a rule, wherever it was written, and how a part of it is found there.</summary>
/// <param name="Designation">The rule as messages name it.</param>
abstract record RuleExpression(string Designation)
{
    /// <summary>The expressions of C# or of a file, in their order.</summary>
    public static IEnumerable<RuleExpression> Of(BoundRules rules) => rules switch
    {
        WrittenRules written => written.Group.Rules.Select(rule => new WrittenExpression(rule)),
        ReadRules read =>
            from groupOfRules in Items(read.Spec["groups"])
            from rule in Items(groupOfRules["rules"])
            where rule["expr"] is ScalarNode
            select new ReadExpression(Name(rule), (ScalarNode)rule["expr"]!, rules.Location.File),
        _ => [],
    };

    /// <summary>What a server says of it.</summary>
    public abstract IReadOnlyList<PromDiagnostic> Parse(Dialect dialect);

    /// <summary>A finding about a part of it.</summary>
    public abstract Diagnostic Report(DiagnosticDescriptor descriptor, string message, SourceSpan part);

    static IEnumerable<MapNode> Items(Node? node) => node is ListNode list ? list.OfType<MapNode>() : [];

    static string Name(MapNode rule) =>
        rule["alert"] is ScalarNode alert ? $"alert '{alert.Text}'" : rule["record"] is ScalarNode record ? $"recording rule '{record.Text}'" : "a rule without a name";
}

/// <summary>An expression in C#: the place within its literal is found when the file is at hand.</summary>
sealed record WrittenExpression(Rule Rule) : RuleExpression(Rule.Designation)
{
    public override IReadOnlyList<PromDiagnostic> Parse(Dialect dialect) => Rule.Expression.Parse(dialect).Diagnostics;

    public override Diagnostic Report(DiagnosticDescriptor descriptor, string message, SourceSpan part) => descriptor.On(Rule, message) with
    {
        Location = new(Rule.Expression.File, Rule.Expression.Line),
        Literal = new(Rule.Expression.Text, part.Start, part.Length),
    };
}

/// <summary>An expression in a YAML file.</summary>
sealed record ReadExpression(string Designation, ScalarNode Text, string File) : RuleExpression(Designation)
{
    public override IReadOnlyList<PromDiagnostic> Parse(Dialect dialect) => PromParser.Parse(Text.Text, dialect).Diagnostics;

    public override Diagnostic Report(DiagnosticDescriptor descriptor, string message, SourceSpan part) => descriptor.At(Place(part), message);

    // Exact where the scalar stands as it is: on one line, plain or in quotes without an escape, and for the line of a literal block.
    // Elsewhere the start of the scalar has to do.
    SourceLocation Place(SourceSpan part)
    {
        var span = Text.Span;
        var (text, width) = (Text.Text, span.EndColumn - span.Column);
        if (span.EndLine == span.Line && width - text.Length is (0 or 2) and var quotes)
            return new(File, span.Line, span.Column + quotes / 2 + part.Start, span.Line, span.Column + quotes / 2 + part.End);

        var lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        return span.EndLine > span.Line && span.EndLine - span.Line >= lines
            ? new(File, span.Line + Math.Min(part.LineAndColumn(text).Line, lines), 0)
            : SourceLocation.In(File, span);
    }
}
