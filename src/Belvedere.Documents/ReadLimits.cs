namespace Belvedere.Documents;

/// <summary>Bounds for files of unknown origin. A file beyond one of them is an error, never a hang or a crash.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits that readers use when none are given.</summary>
    public static readonly ReadLimits Default = new();

    /// <summary>The longest input: bytes, or UTF-16 units where text is given. 64 Mi by default.</summary>
    public int MaxLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How deep maps and lists may nest, 200 by default and 1000 at most (more would not fit on a stack). The deepest upstream
    /// resource definitions reach some 60.
    /// </summary>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = value;
        }
    } = 200;

    /// <summary>How many maps, lists and scalars a file may hold once its aliases are expanded. 5 million by default.</summary>
    public int MaxNodes { get; init; } = 5_000_000;
}
