using System.Globalization;
using System.Text;

namespace Belvedere.Cli;

/// <summary>
/// Writes one JSON object on one line. Halves of surrogate pairs, which stand for bytes that are not UTF-8, are kept as escapes;
/// System.Text.Json would replace them.
/// </summary>
sealed class JsonLine
{
    readonly StringBuilder text = new("{");
    bool first = true;

    public JsonLine Add(string name, string? value)
    {
        Name(name);
        Append(text, value);
        return this;
    }

    public JsonLine Add(string name, bool value)
    {
        Name(name);
        text.Append(value ? "true" : "false");
        return this;
    }

    public JsonLine Add(string name, double? value)
    {
        Name(name);
        if (value is { } number && double.IsFinite(number))
            text.Append(number.ToString("R", CultureInfo.InvariantCulture));
        else
            text.Append("null");
        return this;
    }

    public JsonLine Add(string name, IEnumerable<string> values)
    {
        Name(name);
        text.Append('[');
        var any = false;
        foreach (var value in values)
        {
            Append(text.Append(any ? "," : ""), value);
            any = true;
        }

        text.Append(']');
        return this;
    }

    public JsonLine Add(string name, IEnumerable<JsonLine> values)
    {
        Name(name);
        text.Append('[').AppendJoin(',', values).Append(']');
        return this;
    }

    public JsonLine Add(string name, JsonLine value)
    {
        Name(name);
        text.Append(value);
        return this;
    }

    public override string ToString() => text + "}";

    void Name(string name)
    {
        text.Append(first ? "" : ",").Append('"').Append(name).Append("\":");
        first = false;
    }

    static void Append(StringBuilder text, string? value)
    {
        if (value is null)
        {
            text.Append("null");
            return;
        }

        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c == '\n')
                text.Append("\\n");
            else if (c is < ' ' or '\u2028' or '\u2029' || (char.IsSurrogate(c) && !IsPair(value, i)))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }

    static bool IsPair(string value, int index) =>
        char.IsHighSurrogate(value[index])
            ? index + 1 < value.Length && char.IsLowSurrogate(value[index + 1])
            : index > 0 && char.IsHighSurrogate(value[index - 1]);
}
