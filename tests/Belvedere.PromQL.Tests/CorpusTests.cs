namespace Belvedere.PromQL.Tests;

/// <summary>Expressions of real projects' rules and dashboards.</summary>
public sealed class CorpusTests
{
    /// <summary>All experimental parts: the corpus holds expressions for servers that have them switched on.</summary>
    static readonly Dialect Everything = Dialect.Latest.With(PromQLFeatures.All);

    /// <summary>Expressions that the corpus calls invalid because Prometheus 2.42 refuses them, and why 3.14 does not.</summary>
    static readonly (string Part, string Reason)[] ValidSince242 =
    [
        ("[3600:1m]", "Numbers are durations since 3.0."),
        ("[1m * 2]", "Durations have arithmetic since 3.14."),
        ("[1m] anchored", "The modifier is there since 3.7, by flag."),
        ("+ fill(0)", "The modifier is there since 3.10, by flag."),
    ];

    [Test]
    public void Verdict_is_the_label_of_the_corpus()
    {
        var counts = new Dictionary<string, int>();
        var differences = new List<string>();
        foreach (var expression in CorpusExpressions.All())
        {
            counts[expression.Language] = counts.GetValueOrDefault(expression.Language) + 1;
            var result = PromParser.Parse(expression.Text, Everything);
            if (expression.IsPromQL == !result.HasErrors
                || (!result.HasErrors && ValidSince242.Any(known => expression.Text.Contains(known.Part, StringComparison.Ordinal))))
                continue;
            differences.Add($"{expression.Language}: {expression.Text}\n  {RoundTrip.FirstMessage(result)}");
        }

        TestContext.Out.WriteLine(string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.That(counts["promql"], Is.GreaterThan(10_000));
        Assert.That(differences, Is.Empty, () => string.Join("\n", differences));
    }

    [Test]
    public void Printed_form_means_the_same_and_printing_it_again_changes_nothing()
    {
        var differences = Valid().Select(result => RoundTrip.Difference(result.Expression!, Everything)).OfType<string>().ToList();
        Assert.That(differences, Is.Empty, () => string.Join("\n", differences.Take(10)));
    }

    [Test]
    public void Text_under_every_expression_s_span_is_that_expression()
    {
        var differences = new List<string>();
        foreach (var result in Valid())
            foreach (var node in result.Expression!.DescendantsAndSelf())
            {
                var text = node.Span.In(result.Text);
                var alone = PromParser.Parse(text, Everything);
                if (alone.HasErrors || !alone.Expression!.Equals(node) || text.Trim() != text)
                    differences.Add($"{node.Span} of {result.Text}\n  node: {node}\n  text: {text}");
            }

        Assert.That(differences, Is.Empty, () => string.Join("\n", differences.Take(10)));
    }

    [Test]
    public void Text_under_every_part_s_span_is_that_part()
    {
        var differences = new List<string>();
        foreach (var result in Valid())
        {
            void Expect(string expected, SourceSpan span)
            {
                if (!span.In(result.Text).Equals(expected, StringComparison.OrdinalIgnoreCase))
                    differences.Add($"{span} of {result.Text}\n  expected: {expected}\n  text: {span.In(result.Text)}");
            }

            foreach (var node in result.Expression!.DescendantsAndSelf())
                switch (node)
                {
                    case VectorSelector selector:
                        if (selector.Name is not null)
                            Expect(selector.Name, selector.NameSpan);
                        foreach (var matcher in selector.Matchers)
                        {
                            Expect(matcher.Name, matcher.NameSpan);
                            Assert.That(PromParser.Parse(matcher.ValueSpan.In(result.Text)).Expression, Is.EqualTo(new StringLiteral { Value = matcher.Value }));
                            Assert.That((matcher.Span.Start, matcher.Span.End), Is.EqualTo((matcher.NameSpan.Start, matcher.ValueSpan.End)));
                        }

                        break;
                    case FunctionCall call:
                        Expect(call.Function.Name, call.NameSpan);
                        break;
                    case Aggregation aggregation:
                        Expect(aggregation.Operator.Text(), aggregation.OperatorSpan);
                        foreach (var label in aggregation.Grouping?.Labels ?? [])
                            Expect(label.Name, label.Span);
                        break;
                    case BinaryExpression binary:
                        Expect(binary.Operator.Text(), binary.OperatorSpan);
                        foreach (var label in binary.Matching?.Labels ?? [])
                            Expect(label.Name, label.Span);
                        break;
                }
        }

        Assert.That(differences, Is.Empty, () => string.Join("\n", differences.Take(10)));
    }

    [Test]
    public void Tokens_and_blanks_make_up_the_whole_text()
    {
        foreach (var result in Valid())
        {
            var end = 0;
            foreach (var token in PromLexer.Tokenize(result.Text))
            {
                Assert.That(result.Text[end..token.Start].Trim(' ', '\t', '\n', '\r'), Is.Empty, result.Text);
                end = token.End;
            }

            Assert.That(end, Is.EqualTo(result.Text.Length), result.Text);
        }
    }

    [Test]
    public void Leaving_out_one_parenthesis_comma_or_operator_gives_one_error()
    {
        var one = 0;
        var several = new List<string>();
        foreach (var result in Valid().Where((_, index) => index % 10 == 0))
            foreach (var token in PromLexer.Tokenize(result.Text))
            {
                if (token.Kind is not (TokenKind.LeftParenthesis or TokenKind.RightParenthesis or TokenKind.Comma or TokenKind.RightBrace or (>= TokenKind.Add and <= TokenKind.Unless)))
                    continue;

                var damaged = PromParser.Parse(result.Text[..token.Start] + ' ' + result.Text[token.End..], Everything);
                var errors = damaged.Diagnostics.Count(diagnostic => diagnostic.IsError);
                if (errors == 1)
                    one++;
                else if (errors > 1)
                    several.Add($"{damaged.Text}\n  {string.Join("\n  ", damaged.Diagnostics)}");
            }

        TestContext.Out.WriteLine($"one error {one}, several {several.Count}");
        Assert.That(one, Is.GreaterThan(10_000));
        Assert.That(several.Count, Is.LessThan(one / 100), () => string.Join("\n", several.Take(10)));
    }

    static IEnumerable<ParseResult> Valid() =>
        CorpusExpressions.All().Select(expression => PromParser.Parse(expression.Text, Everything)).Where(result => !result.HasErrors);
}
