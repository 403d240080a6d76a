using System.Text.RegularExpressions;
using Belvedere.Testing;

namespace Belvedere.Kubernetes.Tests;

public partial class PatternTests
{
    static readonly string[] Alphabet = ["0", "1", "9", "a", "z", "A", "-", ".", "_", "y", "w", "d", "h", "m", "s", "ms", "://", "http", "https", "socks5", "\n", "/", "é"];

    [Test]
    public void Forms_that_are_matched_by_hand_are_those_of_their_patterns()
    {
        string[] byHand =
        [
            @"^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$",
            @"^(0|(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$",
            @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
            @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
            @"^[-._a-zA-Z0-9]+$",
            @"^(http|https)://.+$",
            @"^(http|https|socks5)://.+$",
        ];
        var random = new Random(3);
        foreach (var pattern in byHand)
        {
            // As RE2 reads it: the end is the end.
            var regex = new Regex(pattern.Replace("$", "\\z", StringComparison.Ordinal));
            var matched = 0;
            for (var tried = 0; tried < 20_000; tried++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
                Assert.That(Patterns.Matches(pattern, text), Is.EqualTo(regex.IsMatch(text)), $"{pattern} of {text}");
                matched += regex.IsMatch(text) ? 1 : 0;
            }

            Assert.That(matched, Is.GreaterThan(10), pattern);
        }
    }

    [TestCase(@"^\d+$", @"^[0-9]+\z")]
    [TestCase(@"^[\w$]\$$", @"^[0-9A-Za-z_$]\$\z")]
    [TestCase(@"[]a]b$", @"[\]a]b\z")]
    [TestCase(@"[^]a[]$", @"[^\]a\[]\z")]
    [TestCase(@"\s\\$", @"[\t\n\f\r ]\\\z")]
    public void A_pattern_is_translated_for_another_engine(string pattern, string expected) => Assert.That(Patterns.Translate(pattern), Is.EqualTo(expected));

    [Test]
    public void Every_pattern_of_the_schemas_can_be_matched() => Assert.Multiple(() =>
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.Path("schemas"), "*.json"))
            foreach (Match match in Pattern().Matches(File.ReadAllText(file)))
                Assert.That(() => Patterns.Matches(Regex.Unescape(match.Groups[1].Value), "a"), Throws.Nothing, match.Value);
    });

    [GeneratedRegex("\"pattern\": \"((?:\\\\.|[^\"\\\\])*)\"")]
    private static partial Regex Pattern();
}
