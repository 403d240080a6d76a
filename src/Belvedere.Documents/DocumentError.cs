namespace Belvedere.Documents;

/// <summary>Why a file could not be read: a full sentence with the remedy, and where.</summary>
/// <param name="Message">One line, for the person who wrote the file.</param>
/// <param name="Span">The place; always known.</param>
public sealed record DocumentError(string Message, TextSpan Span)
{
    /// <summary>The place and the message, for example <c>3:5: The key a is already set at 2:5 …</c>.</summary>
    public override string ToString() => $"{Span}: {Message}";
}
