using System.Text;

namespace Belvedere.Documents.Json;

/// <summary>Turns byte offsets that only grow into lines and columns, in one pass over the file.</summary>
ref struct Utf8Place(ReadOnlySpan<byte> file)
{
    readonly ReadOnlySpan<byte> file = file;
    int offset;
    int line = 1;
    int column = 1;

    /// <summary>The span of the bytes from one offset to another.</summary>
    public TextSpan At(int start, int end)
    {
        Move(start);
        var (startLine, startColumn) = (line, column);
        Move(Math.Min(end, file.Length));
        return new TextSpan(startLine, startColumn, line, column);
    }

    void Move(int to)
    {
        if (to <= offset)
            return;

        var passed = file[offset..to];
        var lines = passed.Count((byte)'\n');
        if (lines > 0)
        {
            line += lines;
            column = 1;
            passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
        }

        column += Encoding.UTF8.GetCharCount(passed);
        offset = to;
    }
}
