using Belvedere.Hosting.CSharp;
using Belvedere.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyntaxToken = Microsoft.CodeAnalysis.SyntaxToken;

namespace Belvedere.Tests.Hosting;

/// <summary>The judge is Roslyn: what it says a literal's value is, the scan must say too.</summary>
public sealed class LiteralTests
{
    const string Quotes = "\"\"\"";

    static readonly string[] Forms =
    [
        """ "" """,
        """ "up > 0" """,
        """ "a\tb\n\\ \"q\" \u0041 \x41g \U0001F600 \0\a\b\e\f\r\v\'" """,
        """ @"C:\dir ""quoted"" {not a hole}" """,
        "@\"two\nlines\"",
        """ $"up{{job=\"{name}\"}} > {limit:0.00} and {(flag ? "x" : "y")}" """,
        """" $@"a\b{x}""c""" """",
        """ @$"{x}\d" """,
        $"{Quotes}up{{job=\"x\"}}{Quotes}",
        $"{Quotes}a \"\"quoted\"\" {Quotes}",
        $"{Quotes}\n    sum by (x) (\n      rate(up[5m])\n    )\n\n    end\n    {Quotes}",
        $"{Quotes}\r\n    first\r\n      second\r\n    {Quotes}",
        $"{Quotes}\"\n    four \"\"\" quotes\n    {Quotes}\"",
        $"${Quotes}rate({{metric}}[5m]) > 0{Quotes}",
        $"$${Quotes}up{{job=\"{{{{name}}}}\"}} {{x}}{Quotes}",
        $"$${Quotes}\n  up{{job=\"{{{{{{name}}}}}}\"}}\n  {Quotes}",
        """ $"{$"inner {x + "}"}"} tail" """,
        """ $"{map["key"]}{'}'}{'\''}" """,
        """ "utf8"u8 """,
    ];

    [TestCaseSource(nameof(Forms))]
    public void A_literal_has_the_value_that_Roslyn_gives_it(string literal) => AgreesWithRoslyn("form", $"var x = {literal};");

    [Test]
    public void Every_literal_of_this_checkout_has_the_value_that_Roslyn_gives_it()
    {
        var compared = 0;
        foreach (var folder in new[] { "src", "tests" })
            foreach (var file in Directory.EnumerateFiles(Checkout.Path(folder), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
                compared += AgreesWithRoslyn(file, File.ReadAllText(file));

        Assert.That(compared, Is.GreaterThan(300));
    }

    [TestCase("\"")]
    [TestCase("$\"{")]
    [TestCase("$\"{$\"{$\"{")]
    [TestCase("\"\"\"")]
    [TestCase("'")]
    [TestCase("/*")]
    [TestCase("\"\\")]
    [TestCase("\"\\u12")]
    [TestCase("$$\"\"\"{{{")]
    public void A_file_that_ends_too_early_is_read_to_its_end(string source) =>
        Assert.That(Tokenizer.Tokens(source).All(token => token.End <= source.Length), Is.True);

    [Test]
    public void Any_text_is_cut_without_an_exception() => Prop.ForAll<string>(text =>
        Tokenizer.Tokens(text ?? "").All(token => token.Start < token.End && token.End <= text!.Length)).QuickCheckThrowOnFailure();

    [Test]
    public void Nesting_without_end_does_not_overflow_the_stack() =>
        Assert.That(() => Tokenizer.Tokens(string.Concat(Enumerable.Repeat("$\"{", 10_000))), Throws.Nothing);

    static int AgreesWithRoslyn(string file, string source)
    {
        var ours = Tokenizer.Tokens(source).Where(token => token.Kind is TokenKind.Literal).ToDictionary(token => token.Start);
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        var theirs = root.DescendantNodes(node => node is not InterpolatedStringExpressionSyntax).Select(Expected).OfType<(int Start, int End, string Value)>();
        var compared = 0;
        foreach (var (start, end, value) in theirs)
        {
            var literal = ours.GetValueOrDefault(start);
            Assert.That(literal.Literal, Is.Not.Null, () => $"{file}: no literal at {start}: {source[start..end]}");
            var places = literal.Literal!.Align(value);
            Assert.That(places, Is.Not.Null, () => $"{file}: another value than '{value}': {source[start..end]}");
            Assert.That(places, Has.All.InRange(start, end));
            compared++;
        }

        return compared;
    }

    static (int Start, int End, string Value)? Expected(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token: var token } when IsString(token) => (token.SpanStart, token.Span.End, token.ValueText),
        InterpolatedStringExpressionSyntax text when text.Contents.Any(content => content is InterpolatedStringTextSyntax) => (text.SpanStart, text.Span.End, string.Concat(text.Contents.Select(content => Part(content, IsRaw(text))))),
        _ => null,
    };

    // Roslyn undoes escapes in the token, and doubled braces only when it binds.
    static string Part(InterpolatedStringContentSyntax content, bool raw) => content switch
    {
        InterpolatedStringTextSyntax text when raw => text.TextToken.ValueText,
        InterpolatedStringTextSyntax text => text.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}"),
        _ => "\uE000",
    };

    static bool IsRaw(InterpolatedStringExpressionSyntax text) =>
        text.StringStartToken.Kind() is SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;

    static bool IsString(SyntaxToken token) => token.Kind()
        is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken;
}
