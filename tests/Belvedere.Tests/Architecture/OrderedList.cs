using System.Text.RegularExpressions;
using Belvedere.Testing;

namespace Belvedere.Tests.Architecture;

/// <summary>An ordered list of ARCHITECTURE.md.</summary>
static partial class OrderedList
{
    /// <summary>The names of a section's numbered list, in its order, without a slash at their end.</summary>
    public static IReadOnlyList<string> Under(string heading)
    {
        var lines = File.ReadAllLines(Checkout.Path("ARCHITECTURE.md"));
        var names = lines
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Select(line => Item().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["name"].Value)
            .ToList();
        Assert.That(names, Is.Not.Empty.And.Unique, $"ARCHITECTURE.md has no list under '{heading}'");
        return names;
    }

    [GeneratedRegex(@"^\d+\. `(?<name>[\w.]+)/?`:")]
    private static partial Regex Item();
}
