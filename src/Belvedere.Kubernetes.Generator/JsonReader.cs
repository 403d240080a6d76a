using System.Globalization;
using System.Text;

namespace Belvedere.Kubernetes.Generator;

/// <summary>
/// Reads the JSON of <c>schemas/</c> into dictionaries, lists, strings, booleans, null and <see cref="JsonNumber"/> numbers. A generator runs
/// inside whatever compiler or editor loads it; without a package of its own it loads everywhere.
/// </summary>
sealed class JsonReader
{
    readonly string text;
    int at;

    JsonReader(string text) => this.text = text;

    public static JsonObject Object(string text)
    {
        var reader = new JsonReader(text);
        reader.Blanks();
        return (JsonObject)reader.Value()!;
    }

    object? Value()
    {
        switch (text[at])
        {
            case '{':
                return Object();
            case '[':
                return Array();
            case '"':
                return String();
            default:
                var start = at;
                while (at < text.Length && text[at] is not (',' or '}' or ']' or ' ' or '\n' or '\r' or '\t'))
                    at++;
                return text.Substring(start, at - start) switch { "true" => true, "false" => false, "null" => null, var number => new JsonNumber(number) };
        }
    }

    JsonObject Object()
    {
        var made = new JsonObject();
        for (Next('{'); text[at] != '}'; Separator('}'))
        {
            var key = String();
            Blanks();
            Next(':');
            made.Add(key, Value());
        }

        at++;
        return made;
    }

    List<object?> Array()
    {
        var made = new List<object?>();
        for (Next('['); text[at] != ']'; Separator(']'))
            made.Add(Value());
        at++;
        return made;
    }

    string String()
    {
        var made = new StringBuilder();
        for (at++; text[at] != '"'; at++)
        {
            if (text[at] != '\\')
            {
                made.Append(text[at]);
                continue;
            }

            at++;
            if (text[at] == 'u')
            {
                made.Append((char)int.Parse(text.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                made.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var same => same });
            }
        }

        at++;
        return made.ToString();
    }

    void Separator(char end)
    {
        Blanks();
        if (text[at] == ',')
            Next(',');
        else if (text[at] != end)
            throw new FormatException($"'{end}' or ',' is missing at {at}.");
    }

    void Next(char expected)
    {
        if (text[at] != expected)
            throw new FormatException($"'{expected}' is missing at {at}.");
        at++;
        Blanks();
    }

    void Blanks()
    {
        while (at < text.Length && text[at] is ' ' or '\n' or '\r' or '\t')
            at++;
    }
}

/// <summary>A number as it is written.</summary>
sealed class JsonNumber(string text)
{
    public override string ToString() => text;
}

/// <summary>A JSON object, in the order of the file.</summary>
sealed class JsonObject
{
    readonly List<KeyValuePair<string, object?>> entries = [];
    readonly Dictionary<string, object?> byKey = new(StringComparer.Ordinal);

    public IReadOnlyList<KeyValuePair<string, object?>> Entries => entries;

    public void Add(string key, object? value)
    {
        entries.Add(new(key, value));
        byKey.Add(key, value);
    }

    public bool Has(string key) => byKey.ContainsKey(key);

    public object? this[string key] => byKey.TryGetValue(key, out var value) ? value : null;

    public string? Text(string key) => this[key]?.ToString();

    public bool Flag(string key) => this[key] is true;

    public JsonObject? Object(string key) => this[key] as JsonObject;

    public IReadOnlyList<object?> List(string key) => this[key] as IReadOnlyList<object?> ?? [];
}
