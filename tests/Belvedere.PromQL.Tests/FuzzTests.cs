using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Belvedere.PromQL.Tests;

/// <summary>
/// Inputs that nobody thought of. The seeds are fixed, so that a failure is one for everybody.
/// <c>BELVEDERE_FUZZ</c> sets how many each test makes; a night's run takes 1000000.
/// </summary>
public sealed class FuzzTests
{
    static readonly int Count = Environment.GetEnvironmentVariable("BELVEDERE_FUZZ") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : 20_000;

    static readonly Dialect Everything = Dialect.Latest.With(PromQLFeatures.All);

    [Test]
    public void Expression_of_the_grammar_is_valid_and_prints_back() =>
        Prop.ForAll(PromQLGenerators.Expression.ToArbitrary(), text =>
        {
            var result = PromParser.Parse(text, Everything);
            if (result.HasErrors)
                throw new AssertionException($"{text}\n{result.Diagnostics[0]}");
            if (RoundTrip.Difference(result.Expression!, Everything) is { } difference)
                throw new AssertionException($"{text}\n{difference}");
        }).Check(Seeded);

    [Test]
    public void Any_sequence_of_words_comes_back() => Prop.ForAll(PromQLGenerators.Words.ToArbitrary(), ComesBack).Check(Seeded);

    [Test]
    public void Any_sequence_of_characters_comes_back() => Prop.ForAll(PromQLGenerators.Characters.ToArbitrary(), ComesBack).Check(Seeded);

    [Test]
    public void Expression_with_characters_changed_comes_back() => Prop.ForAll(PromQLGenerators.Damaged.ToArbitrary(), ComesBack).Check(Seeded);

    static Config Seeded => Config.QuickThrowOnFailure.WithMaxTest(Count).WithReplay(new Replay(new Rnd(20260822, 4711), null));

    // Work is bounded by the length: every token takes a character, every node a token.
    static void ComesBack(string text)
    {
        foreach (var dialect in new[] { Everything, Dialect.Prometheus(LanguageHistory.Oldest) })
        {
            var result = PromParser.Parse(text, dialect);
            Require(PromLexer.Tokenize(text).Count <= text.Length + 1, text);
            foreach (var diagnostic in result.Diagnostics)
                Require(diagnostic.Span.Start >= 0 && diagnostic.Span.Start <= diagnostic.Span.End && diagnostic.Span.End <= text.Length, text + "\n" + diagnostic);
            if (result.Expression is not { } tree)
            {
                Require(result.HasErrors, text);
                continue;
            }

            var nodes = 0;
            foreach (var node in tree.DescendantsAndSelf())
            {
                nodes++;
                Require(node.Span.Start >= 0 && node.Span.Start <= node.Span.End && node.Span.End <= text.Length, text + "\n" + node);
                Require(result.HasErrors || node is not ErrorExpression, text);
            }

            Require(nodes <= 2 * text.Length + 1, text);
            if (!result.HasErrors)
                Require(RoundTrip.Difference(tree, dialect) is null, text + "\n" + RoundTrip.Difference(tree, dialect));
            else
                PromPrinter.Format(tree);
        }
    }

    static void Require(bool holds, string text)
    {
        if (!holds)
            throw new AssertionException(text);
    }
}
