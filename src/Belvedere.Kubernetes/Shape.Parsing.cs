using System.Globalization;
using System.Text;

namespace Belvedere.Kubernetes;

sealed partial class Shape
{
    /// <summary>Reads one type of the tables; the generator describes their form.</summary>
    public static Shape Parse(ReadOnlySpan<byte> table)
    {
        var lines = Encoding.UTF8.GetString(table).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split('\t');
        if (head[1] is "e")
            return new() { Name = head[0], IsOpen = true, ApiVersion = "", Kind = "", IsCustomResource = false, IsNamespaced = null, Rules = [], Fields = [], Required = [], Values = head[2..] };

        var fields = new FieldShape[lines.Length - 1];
        for (var slot = 0; slot < fields.Length; slot++)
        {
            var line = lines[slot + 1];
            var name = line.IndexOf('\t', StringComparison.Ordinal);
            var flags = line.IndexOf('\t', name + 1);
            var at = flags + 1;
            fields[slot] = new FieldShape(line[..name], flags > name + 1, Value(line, ref at));
        }

        return new()
        {
            Name = head[0],
            IsOpen = head[1].Contains('*', StringComparison.Ordinal),
            ApiVersion = head[2],
            Kind = head[3],
            IsCustomResource = head[1].Contains('+', StringComparison.Ordinal),
            IsNamespaced = head[1] is [.., 'n'] ? true : head[1] is [.., 'c'] ? false : null,
            Rules = head[4].Length > 0 ? head[4].Split(',') : [],
            Fields = fields,
            Required = [.. Enumerable.Range(0, fields.Length).Where(slot => fields[slot].IsRequired)],
            Values = [],
        };
    }

    static ValueShape Value(string line, ref int at)
    {
        var letter = line[at++];
        var kind = letter switch
        {
            's' => ValueKind.String,
            'i' => ValueKind.Int32,
            'l' => ValueKind.Int64,
            'd' => ValueKind.Number,
            'b' => ValueKind.Boolean,
            'q' => ValueKind.Quantity,
            'x' => ValueKind.IntOrString,
            'a' => ValueKind.Any,
            'o' => ValueKind.Object,
            'r' => ValueKind.Record,
            'e' => ValueKind.Choice,
            '[' => ValueKind.List,
            _ => ValueKind.Map,
        };

        var type = 0;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            type = type * 10 + (line[at++] - '0');

        ValueShape? item = null;
        if (kind is ValueKind.List or ValueKind.Map)
        {
            item = Value(line, ref at);
            at++;
        }

        Limits? limits = null;
        while (at < line.Length && line[at] is '\u0001')
        {
            var end = at + 2;
            while (end < line.Length && line[end] is not ('\u0001' or '\u0004'))
                end++;
            Limit(limits ??= new(), line[at + 1], line[(at + 2)..end]);
            at = end;
        }

        return new() { Kind = kind, TypeId = type, Item = item, Limits = limits };
    }

    static void Limit(Limits limits, char code, string text)
    {
        switch (code)
        {
            case 'm': limits.MinimalLength = Integer(text); break;
            case 'M': limits.MaximalLength = Integer(text); break;
            case 'p': limits.Pattern = text; break;
            case '<': limits.Minimum = Number(text); break;
            case '>': limits.Maximum = Number(text); break;
            case '(': limits.ExclusiveMinimum = Number(text); break;
            case ')': limits.ExclusiveMaximum = Number(text); break;
            case 'i': limits.MinimalItems = Integer(text); break;
            case 'I': limits.MaximalItems = Integer(text); break;
            case 'o': limits.MinimalEntries = Integer(text); break;
            case 'O': limits.MaximalEntries = Integer(text); break;
            case 'f': limits.Format = text; break;
            case 'D': limits.Default = text; break;
            case '!': limits.IsImmutable = true; break;
            case 'n': limits.IsNullable = true; break;
            case 'u': limits.HasUniqueItems = true; break;
            case 'E': limits.IsEmbeddedObject = true; break;
            case 'k': limits.Keys = text.Split(','); break;
            case 'v': limits.Values = text.Split(','); break;
            case 'R': limits.Rules = text.Split(','); break;
        }
    }

    static long Integer(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The tables of all types. Each is read when it is first asked for.</summary>
static partial class Shapes
{
    static readonly Shape?[] Read = new Shape?[Offsets.Length - 1];

    /// <summary>How many types and enumerations there are.</summary>
    public static int Count => Read.Length;

    public static Shape At(int id) => Read[id] ??= Shape.Parse(Table[Offsets[id]..Offsets[id + 1]]);
}
