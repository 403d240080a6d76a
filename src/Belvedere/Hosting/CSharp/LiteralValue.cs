using System.Text;

namespace Belvedere.Hosting.CSharp;

/// <summary>
/// The value of a string literal and where each piece of it stands in the file. A hole of an interpolated string has a place and
/// no known value.
/// </summary>
/// <param name="start">Where its text begins, which an empty one has too.</param>
sealed class LiteralValue(int start)
{
    readonly List<Piece> pieces = [];

    /// <summary>Text of the value that stands in the file as it is.</summary>
    public void Verbatim(string source, int start, int length)
    {
        if (length > 0)
            pieces.Add(new Piece(source.Substring(start, length), start, length));
    }

    /// <summary>Text of the value that is written otherwise in the file: an escape.</summary>
    public void Escaped(string value, int start, int length) => pieces.Add(new Piece(value, start, length));

    /// <summary>An expression in braces.</summary>
    public void Hole(int start, int length) => pieces.Add(new Piece(null, start, length));

    /// <summary>Adds the pieces of a literal that is joined to this one with a plus.</summary>
    public void Append(LiteralValue next) => pieces.AddRange(next.pieces);

    /// <summary>
    /// The offset in the file of each UTF-16 unit of <paramref name="text"/> and of its end, if the literal can have that value;
    /// null when it cannot. What comes out of a hole is at the hole.
    /// </summary>
    public int[]? Align(string text)
    {
        // Holes alone can have any value, and so say nothing.
        if (text.Length > 0 && !pieces.Exists(piece => piece.Value is { Length: > 0 }))
            return null;

        var places = new int[text.Length + 1];
        places[0] = start;
        var at = 0;
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            var length = piece.Value is { } value ? Matches(text, at, value) : HoleLength(text, at, index);
            if (length < 0)
                return null;

            for (var offset = 0; offset < length; offset++)
                places[at + offset] = piece.Value?.Length == piece.Length ? piece.Start + offset : piece.Start;
            at += length;
            places[at] = piece.Start + piece.Length;
        }

        return at == text.Length ? places : null;
    }

    static int Matches(string text, int at, string value) =>
        string.CompareOrdinal(text, at, value, 0, value.Length) == 0 ? value.Length : -1;

    // A hole takes all up to the text that follows it; the last takes the rest but for the text after it.
    int HoleLength(string text, int at, int index)
    {
        var next = new StringBuilder();
        for (index++; index < pieces.Count && pieces[index].Value is { } value; index++)
            next.Append(value);
        if (next.Length == 0)
            return index < pieces.Count ? 0 : text.Length - at;

        var follower = next.ToString();
        var found = index < pieces.Count
            ? text.IndexOf(follower, at, StringComparison.Ordinal)
            : text.EndsWith(follower, StringComparison.Ordinal) ? text.Length - follower.Length : -1;
        return found >= at ? found - at : -1;
    }

    readonly record struct Piece(string? Value, int Start, int Length);
}
