using System.Globalization;

namespace Belvedere.Kubernetes;

sealed partial class ValueShape
{
    /// <summary>Reads the description of a value, which goes from a place to the end of a line.</summary>
    public static ValueShape Parse(string line, int at) => Parse(line, ref at);

    static ValueShape Parse(string line, ref int at)
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
            item = Parse(line, ref at);
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
