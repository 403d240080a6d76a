using System.Text;
using System.Text.Json;

namespace Belvedere.PromQL.Tests;

/// <summary>An expression of a real project.</summary>
public sealed record CorpusExpression(string File, string Text, string Language)
{
    /// <summary>The text as its project wrote it, with Grafana's variables.</summary>
    public string Original { get; init; } = Text;

    /// <summary>What it is of: alert, record, target, variable-selector, variable-query, annotation.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whether Prometheus 3.14 with all its flags takes it; the corpus was labelled with 2.42 and by hand.</summary>
    public bool IsPromQL => Language is "promql" or "promql-3x";
}

/// <summary>A row of the table of expressions from several projects' tests.</summary>
public sealed record TestRow(string Text, bool? Valid, string Error, string Source, string Note, string Error242);

/// <summary>Reads the corpus. Its JSON holds halves of surrogate pairs, which System.Text.Json does not give out.</summary>
public static class CorpusExpressions
{
    public static IEnumerable<CorpusExpression> All()
    {
        foreach (var line in File.ReadLines(Corpus.Path("expressions.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            yield return new(
                Text(row, "file"),
                row.TryGetProperty("substituted", out _) ? Text(row, "substituted") : Text(row, "expr"),
                Text(row, "lang"))
            {
                Original = Text(row, "expr"),
                Kind = Text(row, "kind"),
            };
        }
    }

    public static IReadOnlyList<TestRow> Cases()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Corpus.Path("promql-tests", "cases.json")));
        return
        [
            .. document.RootElement.EnumerateArray().Select(row => new TestRow(
                Text(row, "expr"),
                row.GetProperty("valid").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
                Text(row, "error"),
                Text(row, "source"),
                Text(row, "note"),
                Text(row, "prom242_error"))),
        ];
    }

    public static IReadOnlyList<(string Input, string Output, string Source)> FormatPairs()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Corpus.Path("promql-tests", "format-pairs.json")));
        return [.. document.RootElement.EnumerateArray().Select(row => (Text(row, "input"), Text(row, "output"), Text(row, "source")))];
    }

    static string Text(JsonElement row, string property) =>
        row.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? Unescape(value.GetRawText()) : "";

    static string Unescape(string json)
    {
        var result = new StringBuilder(json.Length);
        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                result.Append(json[i]);
                continue;
            }

            i++;
            if (json[i] == 'u')
            {
                result.Append((char)Convert.ToInt32(json.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                result.Append(json[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var c => c });
            }
        }

        return result.ToString();
    }
}
