using System.Text.Json;
using System.Text.RegularExpressions;
using Belvedere.Knowledge;
using Belvedere.Testing;

namespace Belvedere.Tests.Knowledge;

/// <summary>The tables follow their description: a Tabular Data Package with the extra property <c>rangeOf</c>.</summary>
public sealed class TableSchemaTests
{
    static readonly string Folder = Checkout.Path("src", "Belvedere", "Knowledge", "Data");

    static readonly JsonElement[] Resources =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "datapackage.json"))).RootElement.GetProperty("resources").EnumerateArray()];

    static IEnumerable<TestCaseData> Tables => Resources.Select(resource => new TestCaseData(resource).SetArgDisplayNames(Text(resource, "name")));

    [Test]
    public void Every_table_is_described_and_every_description_has_its_table() => Assert.That(
        Directory.EnumerateFiles(Folder, "*.tsv").Select(Path.GetFileName),
        Is.EquivalentTo(Resources.Select(resource => Text(resource, "path"))));

    [Test]
    public void Every_table_says_where_it_was_read() => Assert.That(
        Resources.Where(resource => Text(resource.GetProperty("sources")[0], "title") == "see each row" && !Fields(resource).Any(field => Text(field, "name") == "source")).Select(resource => Text(resource, "name")),
        Is.Empty);

    [TestCaseSource(nameof(Tables))]
    public void Cells_follow_the_description(JsonElement resource)
    {
        var (header, rows) = Read(resource);
        var fields = Fields(resource);
        Assert.That(header, Is.EqualTo(fields.Select(field => Text(field, "name"))));
        Assert.That(rows, Is.Not.Empty);

        var faults = rows.SelectMany((row, line) => row.Length != fields.Length
            ? [$"line {line + 2} has {row.Length} cells"]
            : fields.Zip(row, (field, cell) => Fault(field, cell) is { } fault ? $"line {line + 2}, {Text(field, "name")}: {fault}" : null).OfType<string>());
        Assert.That(faults, Is.Empty);

        foreach (var (field, column) in fields.Select((field, column) => (field, column)))
            if (Constraint(field, "unique") is not null)
                Assert.That(rows.Select(row => row[column]), Is.Unique, Text(field, "name"));
    }

    [TestCaseSource(nameof(Tables))]
    public void Keys_are_unique(JsonElement resource)
    {
        var (_, rows) = Read(resource);
        Assert.That(rows.Select(row => Key(resource, row, "primaryKey")), Is.Unique);
    }

    [TestCaseSource(nameof(Tables))]
    public void Ranges_of_one_thing_have_a_length_and_do_not_overlap(JsonElement resource)
    {
        if (!resource.TryGetProperty("rangeOf", out _))
            return;

        var (_, rows) = Read(resource);
        var names = Fields(resource).Select(field => Text(field, "name")).ToList();
        var ranges = rows.Select(row => (
            Key: Key(resource, row, "rangeOf"),
            From: VersionRange.Parse(row[names.IndexOf("from")]),
            Removed: row[names.IndexOf("removed")] is { Length: > 0 } end ? VersionRange.Parse(end) : (SemanticVersion?)null));
        Assert.Multiple(() =>
        {
            foreach (var thing in ranges.GroupBy(range => range.Key))
            {
                var ordered = thing.OrderBy(range => range.From).ToList();
                Assert.That(ordered, Is.EqualTo(thing.ToList()), $"{thing.Key}: oldest first");
                foreach (var range in ordered)
                    Assert.That(range.Removed is not { } end || end > range.From, $"{thing.Key} ends before it begins");
                for (var i = 1; i < ordered.Count; i++)
                    Assert.That(ordered[i - 1].Removed is { } before && before <= ordered[i].From, $"{thing.Key} overlaps");
            }
        });
    }

    [TestCaseSource(nameof(Tables))]
    public void Text_is_plain_lines_without_blanks_at_their_ends(JsonElement resource)
    {
        var text = File.ReadAllText(Path.Combine(Folder, Text(resource, "path")));
        Assert.That(text, Does.EndWith("\n").And.Not.Contain("\r").And.Not.Contain("\n\n"));
        Assert.That(Read(resource).Rows.SelectMany(row => row).Where(cell => cell.Trim() != cell || cell.Contains("  ", StringComparison.Ordinal)), Is.Empty);
    }

    static (string[] Header, string[][] Rows) Read(JsonElement resource)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, Text(resource, "path"))).TrimEnd('\n').Split('\n');
        return (lines[0].Split('\t'), [.. lines.Skip(1).Select(line => line.Split('\t'))]);
    }

    static JsonElement[] Fields(JsonElement resource) => [.. resource.GetProperty("schema").GetProperty("fields").EnumerateArray()];

    static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    static JsonElement? Constraint(JsonElement field, string name) =>
        field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty(name, out var value) ? value : null;

    static string? Fault(JsonElement field, string cell)
    {
        if (cell.Length == 0)
            return Constraint(field, "required") is not null ? "is required" : null;
        if (Text(field, "type") == "integer" && !(long.TryParse(cell, out var number) && number >= (Constraint(field, "minimum")?.GetInt64() ?? long.MinValue)))
            return $"'{cell}' is no such number";
        if (Constraint(field, "enum") is { } values && values.EnumerateArray().All(value => value.GetString() != cell))
            return $"'{cell}' is not among {values}";
        return Constraint(field, "pattern") is { } pattern && !Regex.IsMatch(cell, $"^(?:{pattern.GetString()})$")
            ? $"'{cell}' does not match {pattern}"
            : null;
    }

    static string Key(JsonElement resource, string[] row, string property)
    {
        var names = Fields(resource).Select(field => Text(field, "name")).ToList();
        var key = property == "rangeOf" ? resource.GetProperty(property) : resource.GetProperty("schema").GetProperty(property);
        return string.Join(" | ", key.EnumerateArray().Select(name => row[names.IndexOf(name.GetString()!)]));
    }
}
