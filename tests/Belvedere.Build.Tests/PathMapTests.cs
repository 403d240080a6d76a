namespace Belvedere.Build.Tests;

public sealed class PathMapTests
{
    [TestCase("/home/user/=/_/", "/home/user/ /_/")]
    [TestCase("/a=/_/,/b=/_1/", "/a /_/ /b /_1/")]
    [TestCase(" /a=/_/ , /b=/_1/", "/a /_/ /b /_1/")]
    [TestCase("/with==equals/=/_/", "/with=equals/ /_/")]
    [TestCase("/with,,comma/=/_/", "/with,comma/ /_/")]
    [TestCase("", "")]
    [TestCase(null, "")]
    [TestCase("/a", "")]
    [TestCase("=/_/", "")]
    [TestCase("/a=", "")]
    public void Pairs_are_read_as_the_compiler_reads_them(string? text, string expected) =>
        Assert.That(string.Join(' ', PathMap.Parse(text).Select(pair => $"{pair.Real} {pair.Mapped}")), Is.EqualTo(expected));
}
