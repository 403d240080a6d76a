using System.Text;

namespace Belvedere.Knowledge.Tables;

/// <summary>
/// Reads the tables of <c>Knowledge/Data</c>: tab-separated text with a header, embedded as it lies there and described by
/// <c>datapackage.json</c> beside it. Tests hold the text to that description, so reading trusts it.
/// </summary>
/// <remarks>
/// Text and not JSON, and each table apart and only when it is asked for: a compiler runs once per build in a cold
/// process, where the first JSON document costs more than splitting the table that a build needs.
/// </remarks>
static class Table
{
    /// <summary>All rows of a table, in their order.</summary>
    public static T[] Read<T>(string name, Func<Row, T> read)
    {
        var lines = Text(name).Split('\n');
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in lines[0].Split('\t'))
            columns.Add(column, columns.Count);

        // The text ends in a line feed, so the last part is empty.
        var rows = new T[lines.Length - 2];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = read(new Row(columns, lines[i + 1].Split('\t')));
        return rows;
    }

    /// <summary>The rows of a table by a name that several may share, in their order.</summary>
    public static Dictionary<string, T[]> ReadGroups<T>(string name, Func<Row, T> read, Func<T, string> key)
    {
        var lists = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var row in Read(name, read))
        {
            var group = key(row);
            if (!lists.TryGetValue(group, out var list))
                lists.Add(group, list = []);
            list.Add(row);
        }

        var groups = new Dictionary<string, T[]>(lists.Count, StringComparer.Ordinal);
        foreach (var (group, list) in lists)
            groups.Add(group, [.. list]);
        return groups;
    }

    /// <summary>A table as it lies in the sources.</summary>
    static string Text(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream($"knowledge/{name}.tsv")
            ?? throw new InvalidOperationException($"There is no table '{name}' in Knowledge/Data.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
