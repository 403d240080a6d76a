using System.Text;
using System.Text.Json;

namespace Belvedere.Cli.PromQL;

/// <summary>An expression to work on.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Source">Where it comes from, as messages name it: <c>rules.promql:3</c>.</param>
sealed record InputExpression(string Text, string Source);

/// <summary>Reads expressions: one per line, or JSON lines with a field <c>expr</c>. Empty lines are left out.</summary>
static class ExpressionInput
{
    public static IEnumerable<InputExpression> Read(Terminal terminal, string? expression, string? path)
    {
        if (expression is not null && path is not null)
            throw new UsageException("Give either --expr or a file, not both.");

        return expression is not null ? [new(expression, "expression")] : Lines(terminal, path is null or "-" ? null : path);
    }

    static IEnumerable<InputExpression> Lines(Terminal terminal, string? path)
    {
        using var reader = path is null ? terminal.Input() : Open(terminal, path);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return new(FromJson(line) ?? line, $"{path ?? "stdin"}:{number}");
        }
    }

    static StreamReader Open(Terminal terminal, string path)
    {
        try
        {
            return new(Path.Combine(terminal.Folder, path), Encoding.UTF8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
    }

    // A selector without a name begins with a brace too, so only what is JSON is taken as JSON.
    static string? FromJson(string line)
    {
        if (line.AsSpan().TrimStart() is not ['{', ..] || !line.Contains("\"expr\"", StringComparison.Ordinal))
            return null;

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("expr", out var value) && value.ValueKind == JsonValueKind.String ? Unescape(value) : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    static string Unescape(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Halves of surrogate pairs, which stand for bytes that are not UTF-8.
            return JsonText.Unescape(value.GetRawText());
        }
    }
}

/// <summary>JSON strings that System.Text.Json does not give out.</summary>
static class JsonText
{
    public static string Unescape(string json)
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
