using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Belvedere.PromQL;

namespace Belvedere.Benchmarks;

/// <summary>
/// The corpus as files that whole programs read: each expression that the oldest judge accepts, once, as JSON lines and as rules.
/// </summary>
static class PromQLInputs
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The expressions of <c>expressions.jsonl</c> in the folder that BELVEDERE_CORPUS names.</summary>
    public static IEnumerable<string> Corpus()
    {
        var corpus = Environment.GetEnvironmentVariable("BELVEDERE_CORPUS")
            ?? throw new InvalidOperationException("BELVEDERE_CORPUS names no folder with expressions.jsonl.");
        return File.ReadLines(Path.Combine(corpus, "expressions.jsonl")).Select(Text);
    }

    /// <summary>Writes <c>expressions.jsonl</c> and <c>rules.yaml</c> into a folder.</summary>
    public static void Write(string folder)
    {
        var dialect = Dialect.Prometheus(new(2, 42));
        var texts = Corpus().Distinct().Where(text => !PromParser.Parse(text, dialect).HasErrors).Select(text => JsonSerializer.Serialize(text, Plain)).ToList();

        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "expressions.jsonl"), texts.Select(text => $$"""{"expr":{{text}}}"""));
        // Text in JSON's quotes is text in YAML's.
        File.WriteAllLines(
            Path.Combine(folder, "rules.yaml"),
            ["groups:", "- name: corpus", "  rules:", .. texts.SelectMany((text, at) => new[] { string.Create(CultureInfo.InvariantCulture, $"  - record: r{at}"), $"    expr: {text}" })]);
    }

    static string Text(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        return row.TryGetProperty("substituted", out var substituted) ? substituted.GetString()! : row.GetProperty("expr").GetString()!;
    }
}
