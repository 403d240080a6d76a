using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Belvedere.Documents;

/// <summary>Collects UTF-8 in spans of the target, so that most writes are a copy and a sum.</summary>
ref struct Utf8Output(IBufferWriter<byte> target)
{
    const int Block = 4096;

    Span<byte> free = target.GetSpan(Block);
    int used;

    public void Byte(byte value)
    {
        if (used == free.Length)
            Reserve(1);
        free[used++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(free[used..]);
        used += value.Length;
    }

    public void Spaces(int count)
    {
        Reserve(count);
        free.Slice(used, count).Fill((byte)' ');
        used += count;
    }

    /// <summary>Writes text as it is. A lone surrogate has no UTF-8 form and becomes U+FFFD, as in every encoder.</summary>
    public void Text(ReadOnlySpan<char> value)
    {
        // Three bytes is the most that one UTF-16 unit takes; long texts are cut, so that the target need not have it in one piece.
        const int most = Block / 3;
        while (value.Length > most)
        {
            var cut = char.IsHighSurrogate(value[most - 1]) ? most - 1 : most;
            Piece(value[..cut]);
            value = value[cut..];
        }

        Piece(value);
    }

    public void Flush()
    {
        target.Advance(used);
        used = 0;
        free = default;
    }

    void Piece(ReadOnlySpan<char> value)
    {
        Reserve(value.Length * 3);
        used += Encoding.UTF8.GetBytes(value, free[used..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Reserve(int count)
    {
        if (free.Length - used < count)
            Grow(count);
    }

    void Grow(int count)
    {
        target.Advance(used);
        used = 0;
        free = target.GetSpan(Math.Max(count, Block));
    }
}
