namespace Belvedere.PromQL.Tests;

/// <summary>
/// RE2's syntax, by way of matchers; the messages are those of Go's <c>regexp/syntax</c>. <see cref="PrometheusOracleTests"/>
/// holds thousands more against Go itself.
/// </summary>
public sealed class RegularExpressionTests
{
    [TestCase("a|b|")]
    [TestCase("(a)|(b)")]
    [TestCase("(?:a)*?")]
    [TestCase("(?i)(?s)(?m-s:a)(?U-i)b")]
    [TestCase("(?P<name>a)(?<other>b)(?P<name>c)")]
    [TestCase(@"\Q+|*?{[\E")]
    [TestCase(@"\Qunclosed")]
    [TestCase("a{2,}b{3}?c{1,1000}")]
    [TestCase("a{,2}")]
    [TestCase("{")]
    [TestCase("{a}")]
    [TestCase("a{2")]
    [TestCase("a{01}")]
    [TestCase("x{2}{")]
    [TestCase("[a-z][^0-9][]a][a-][-a][[:word:][:^space:]]")]
    [TestCase(@"[\d\s\w\D\S\W\pL\p{Greek}\P{^Han}\x41-\x{1F600}]")]
    [TestCase(@"\A\z\b\B\d\a\f\n\r\t\v\123\x41\x{10FFFF}\0")]
    [TestCase(@"\.\+\*\?\(\)\|\[\]\{\}\^\$\\\-\_")]
    [TestCase("^$.")]
    [TestCase("((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}))")]
    [TestCase("(x{0}){1000}")]
    [TestCase("(?:(?:^).)+")]
    [TestCase("ü|日本語|😀+")]
    public void Expression_that_Go_compiles_is_accepted(string regex) => Assert.That(ErrorOf(regex), Is.Null);

    [TestCase("(", "missing closing )")]
    [TestCase(")", "unexpected )")]
    [TestCase("(a", "missing closing )")]
    [TestCase("a)", "unexpected )")]
    [TestCase("(a))", "unexpected )")]
    [TestCase("(a|b|", "missing closing )")]
    [TestCase("[a-z", "missing closing ]")]
    [TestCase("[", "missing closing ]")]
    [TestCase("[]", "missing closing ]")]
    [TestCase("*", "missing argument to repetition operator: `*`")]
    [TestCase("a|*", "missing argument to repetition operator: `*`")]
    [TestCase("(+)", "missing argument to repetition operator: `+`")]
    [TestCase("{2}", "missing argument to repetition operator: `{2}`")]
    [TestCase("a**", "invalid nested repetition operator: `**`")]
    [TestCase("a??+", "invalid nested repetition operator: `??+`")]
    [TestCase("a{2}{3}", "invalid nested repetition operator: `{2}{3}`")]
    [TestCase("a{100000}", "invalid repeat count: `{100000}`")]
    [TestCase("a{1001}", "invalid repeat count: `{1001}`")]
    [TestCase("a{1,1001}", "invalid repeat count: `{1,1001}`")]
    [TestCase("a{3,2}", "invalid repeat count: `{3,2}`")]
    [TestCase("((x{32}){32}){32}", "invalid repeat count: `{32}`")]
    [TestCase("[b-a]", "invalid character class range: `b-a`")]
    [TestCase("[[:nope:]]", "invalid character class range: `[:nope:]`")]
    [TestCase(@"\pX", @"invalid character class range: `\pX`")]
    [TestCase(@"\p{Klingon}", @"invalid character class range: `\p{Klingon}`")]
    [TestCase("(?i)(?z)", "invalid or unsupported Perl syntax: `(?z`")]
    [TestCase("(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    [TestCase("(?!a)", "invalid or unsupported Perl syntax: `(?!`")]
    [TestCase("(?-)", "invalid or unsupported Perl syntax: `(?-)`")]
    [TestCase("(?<=a)", "invalid named capture")]
    [TestCase("(?P<n", "invalid named capture: `(?P<n`")]
    [TestCase("(?P<x y>a)", "invalid named capture: `(?P<x y>`")]
    [TestCase("(?P<>a)", "invalid named capture: `(?P<>`")]
    [TestCase("(?P=name)", "invalid or unsupported Perl syntax: `(?P`")]
    [TestCase(@"(a)\1", @"invalid escape sequence: `\1`")]
    [TestCase(@"\8", @"invalid escape sequence: `\8`")]
    [TestCase(@"\x", @"invalid escape sequence: `\x`")]
    [TestCase(@"\x{110000}", @"invalid escape sequence")]
    [TestCase(@"\Z", @"invalid escape sequence: `\Z`")]
    [TestCase(@"\C", @"invalid escape sequence: `\C`")]
    [TestCase(@"a\", "trailing backslash at end of expression: ``")]
    public void Expression_that_Go_refuses_is_refused_in_its_words(string regex, string message)
    {
        var error = ErrorOf(regex);
        Assert.That(error, Does.StartWith("error parsing regexp: " + message));
    }

    [TestCase("", true)]
    [TestCase(".*", true)]
    [TestCase("a*", true)]
    [TestCase("a?b*", true)]
    [TestCase("(a|)", true)]
    [TestCase("a|", true)]
    [TestCase("^$", true)]
    [TestCase("(?:)", true)]
    [TestCase("(?i)", true)]
    [TestCase("a{0,3}", true)]
    [TestCase("(a+)?", true)]
    [TestCase(@"\A\z\B", true)]
    [TestCase(".+", false)]
    [TestCase("a", false)]
    [TestCase("a|b", false)]
    [TestCase("a*b", false)]
    [TestCase("(a|b*)c", false)]
    [TestCase(@"\b", false)]
    [TestCase("[a]*.", false)]
    [TestCase("a{2}", false)]
    [TestCase(@"\Qa\E", false)]
    [TestCase(@"\Q\E", true)]
    public void Selector_must_not_match_series_without_the_label(string regex, bool matchesEmpty)
    {
        Assert.That(PromParser.Parse($"{{a=~`{regex}`}}").HasErrors, Is.EqualTo(matchesEmpty));
        Assert.That(PromParser.Parse($"{{a!~`{regex}`}}").HasErrors, Is.EqualTo(!matchesEmpty));
    }

    static string? ErrorOf(string regex)
    {
        var diagnostics = PromParser.Parse($"up{{a=~`{regex}`}}").Diagnostics;
        return diagnostics.Count == 0 ? null : diagnostics[0].Message;
    }
}
