using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>
/// A value of an enumeration. The known ones are static members; any other text converts too, because a newer release may know
/// more. Compared by text.
/// </summary>
public abstract class Choice : IEquatable<Choice>
{
    private protected Choice(string text) => Text = text;

    /// <summary>The value as it is written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public bool Equals(Choice? other) => other is not null && other.Text == Text && other.GetType() == GetType();

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Choice);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(Choice? left, Choice? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different values.</summary>
    public static bool operator !=(Choice? left, Choice? right) => !(left == right);
}

/// <summary>Makes a choice of its text.</summary>
interface IChoice<T>
{
    static abstract T Of(string text);
}

static class Choices<T>
    where T : Choice, IChoice<T>
{
    public static readonly Codec<T> Codec = new ChoiceCodec();

    sealed class ChoiceCodec : Codec<T>
    {
        public override Node Write(T value) => ScalarNode.String(value.Text);

        public override bool TryRead(Node node, out T value)
        {
            value = T.Of((node as ScalarNode)?.Text ?? "");
            return node is ScalarNode { Kind: ScalarKind.String };
        }
    }
}
