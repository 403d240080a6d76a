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
            return new() { Name = head[0], IsOpen = true, ApiVersion = "", Kind = "", IsCustomResource = false, IsNamespaced = null, Rules = [], Fields = [], Values = head[2..] };

        var fields = new FieldShape[lines.Length - 1];
        for (var slot = 0; slot < fields.Length; slot++)
        {
            var line = lines[slot + 1];
            var name = line.IndexOf('\t', StringComparison.Ordinal);
            var flags = line.IndexOf('\t', name + 1);
            fields[slot] = new FieldShape(line[..name], flags > name + 1, line, flags + 1);
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
            Values = [],
        };
    }
}

/// <summary>The tables of all types. Each is read when it is first asked for.</summary>
static partial class Shapes
{
    static readonly Shape?[] Read = new Shape?[Offsets.Length - 1];

    /// <summary>How many types and enumerations there are.</summary>
    public static int Count => Read.Length;

    public static Shape At(int id) => Read[id] ??= Shape.Parse(Table[Offsets[id]..Offsets[id + 1]]);
}
