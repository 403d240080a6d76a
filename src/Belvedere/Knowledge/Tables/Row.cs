using System.Globalization;

namespace Belvedere.Knowledge.Tables;

/// <summary>One line of a table.</summary>
readonly struct Row(Dictionary<string, int> columns, string[] cells)
{
    /// <summary>The names of the columns, in their order.</summary>
    public IEnumerable<string> Columns => columns.Keys;

    /// <summary>A cell; empty when the table says nothing there.</summary>
    public string this[string column] => cells[columns[column]];

    /// <summary>A cell, or null when the table says nothing there.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>The words of a cell.</summary>
    public string[] Words(string column, char separator = ',') => this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number.</summary>
    public long Number(string column) => long.Parse(this[column], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A version of two or three numbers; 0.0.0 when the table says nothing there.</summary>
    public SemanticVersion Version(string column) => VersionRange.Parse(this[column]);

    /// <summary>A version, or null when the table says nothing there.</summary>
    public SemanticVersion? OptionalVersion(string column) => this[column].Length == 0 ? null : Version(column);

    /// <summary>The releases between the columns <c>from</c> and <c>removed</c>.</summary>
    public VersionRange Range => new(Version("from"), OptionalVersion("removed"));
}
