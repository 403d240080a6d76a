namespace Belvedere.Documents;

/// <summary>What a reader found in a file.</summary>
public sealed record DocumentResult
{
    /// <summary>
    /// The documents in the order of the file; empty ones are left out. With errors these are the ones that could still be read,
    /// good for further messages and for nothing else.
    /// </summary>
    public required IReadOnlyList<Node> Documents { get; init; }

    /// <summary>What is wrong, in the order of the file; empty when all is well.</summary>
    public required IReadOnlyList<DocumentError> Errors { get; init; }

    /// <summary>Whether the file was read without an error.</summary>
    public bool IsValid => Errors.Count == 0;
}
