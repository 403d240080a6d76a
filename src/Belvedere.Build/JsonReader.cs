using System.Globalization;
using System.Text;

namespace Belvedere.Build;

/// <summary>
/// Reads JSON to dictionaries, lists, strings, numbers, booleans and null. A task ships without dependencies, and netstandard2.0
/// has no reader of its own.
/// </summary>
sealed class JsonReader
{
    // The result file is three levels deep.
    const int DeepestNesting = 16;

    readonly string text;
    int position;

    JsonReader(string text) => this.text = text;

    /// <summary>Reads one value; throws <see cref="FormatException"/> with the position when the text is not JSON.</summary>
    public static object? Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value(0);
        reader.SkipSpace();
        return reader.position == text.Length ? value : throw reader.Unexpected();
    }

    object? Value(int depth)
    {
        SkipSpace();
        if (depth > DeepestNesting)
            throw new FormatException($"The JSON is nested deeper than {DeepestNesting} levels.");

        switch (Current)
        {
            case '{':
                return Object(depth);
            case '[':
                return Array(depth);
            case '"':
                return String();
            case 't':
                return Word("true", true);
            case 'f':
                return Word("false", false);
            case 'n':
                return Word("null", null);
            default:
                return Number();
        }
    }

    Dictionary<string, object?> Object(int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        position++;
        SkipSpace();
        while (Current != '}')
        {
            var name = String();
            SkipSpace();
            Expect(':');
            members[name] = Value(depth + 1);
            Separator('}');
        }

        position++;
        return members;
    }

    List<object?> Array(int depth)
    {
        var items = new List<object?>();
        position++;
        SkipSpace();
        while (Current != ']')
        {
            items.Add(Value(depth + 1));
            Separator(']');
        }

        position++;
        return items;
    }

    // Moves past a comma to the next member, or to the closing bracket.
    void Separator(char closing)
    {
        SkipSpace();
        if (Current == closing)
            return;
        Expect(',');
        SkipSpace();
        if (Current == closing)
            throw Unexpected();
    }

    string String()
    {
        Expect('"');
        var value = new StringBuilder();
        while (true)
        {
            var character = Current;
            position++;
            switch (character)
            {
                case '"':
                    return value.ToString();
                case '\\':
                    value.Append(Escape());
                    break;
                case < ' ':
                    position--;
                    throw Unexpected();
                default:
                    value.Append(character);
                    break;
            }
        }
    }

    char Escape()
    {
        var character = Current;
        position++;
        switch (character)
        {
            case '"' or '\\' or '/':
                return character;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when position + 4 <= text.Length
                && ushort.TryParse(text.Substring(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                position += 4;
                return (char)code;
            default:
                position--;
                throw Unexpected();
        }
    }

    object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
            throw Unexpected();
        position += word.Length;
        return value;
    }

    double Number()
    {
        var start = position;
        while (position < text.Length && text[position] is ((>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E'))
            position++;
        if (double.TryParse(text.Substring(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;

        position = start;
        throw Unexpected();
    }

    // A NUL stands for the end: no JSON text holds one.
    char Current => position < text.Length ? text[position] : '\0';

    void Expect(char character)
    {
        if (Current != character || position >= text.Length)
            throw Unexpected();
        position++;
    }

    void SkipSpace()
    {
        while (position < text.Length && text[position] is (' ' or '\t' or '\r' or '\n'))
            position++;
    }

    FormatException Unexpected() => new(position >= text.Length
        ? "The JSON ends too early."
        : $"The JSON has an unexpected '{text[position]}' at position {position}.");
}
