namespace Belvedere.Hosting.CSharp;

/// <summary>A C# file of the user's: its text, its tokens, and the way between offsets and lines.</summary>
sealed class SourceText
{
    // A finding in a larger file keeps its line; no hand-written file is so long.
    const long LargestFile = 4 << 20;

    readonly List<int> starts = [0];

    public SourceText(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                starts.Add(at + 1);
        Text = text;
        Tokens = Tokenizer.Tokens(text);
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Reads a file; null when it is gone, too large or unreadable, or not C#.</summary>
    public static SourceText? Read(string path)
    {
        try
        {
            return path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && new FileInfo(path) is { Exists: true, Length: <= LargestFile }
                ? new SourceText(File.ReadAllText(path))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The line and column of an offset, both from 1.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var index = starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offsets between which a line lies; null when the file has no such line.</summary>
    public (int Start, int End)? Line(int line) =>
        line < 1 || line > starts.Count ? null : (starts[line - 1], line == starts.Count ? Text.Length : starts[line]);

    public ReadOnlySpan<char> Of(Token token) => Text.AsSpan(token.Start, token.End - token.Start);
}
