using System.Globalization;
using System.Text;

namespace Belvedere.Documents;

/// <summary>
/// The way from a document's root to a node, for example <c>spec.groups[0].rules[2].expr</c> or
/// <c>metadata.labels["app.kubernetes.io/name"]</c>. Immutable; a longer path shares the shorter one.
/// </summary>
public sealed class NodePath : IEquatable<NodePath>
{
    readonly NodePath? parent;
    readonly string? key;
    readonly int index;

    NodePath(NodePath? parent, string? key, int index) => (this.parent, this.key, this.index) = (parent, key, index);

    /// <summary>The path of the root itself; it renders as an empty text.</summary>
    public static NodePath Root { get; } = new(null, null, 0);

    /// <summary>Whether this is the root's path.</summary>
    public bool IsRoot => parent is null;

    /// <summary>The path without its last step, or null at the root.</summary>
    public NodePath? Parent => parent;

    /// <summary>The last step if it is a key.</summary>
    public string? Key => key;

    /// <summary>The last step if it is a place in a list, counted from 0.</summary>
    public int? Index => parent is null || key is not null ? null : index;

    /// <summary>The path of a map's value.</summary>
    public NodePath Then(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new NodePath(this, key, 0);
    }

    /// <summary>The path of a list's item, counted from 0.</summary>
    public NodePath Then(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new NodePath(this, null, index);
    }

    /// <summary>Reads a path in the form that <see cref="ToString"/> writes. False if it is not of that form.</summary>
    public static bool TryParse(string text, out NodePath path)
    {
        ArgumentNullException.ThrowIfNull(text);

        path = Root;
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var taken = rest switch
            {
                ['[', '"', ..] => QuotedKey(rest, ref path),
                ['[', ..] => Position(rest, ref path),
                ['.', _, ..] when at > 0 => PlainKey(rest[1..], ref path) is > 0 and var length ? length + 1 : 0,
                _ when at == 0 => PlainKey(rest, ref path),
                _ => 0,
            };
            if (taken == 0)
                return false;
            at += taken;
        }

        return true;
    }

    /// <summary>The node at this path below a root, or null if there is none.</summary>
    public Node? In(Node root)
    {
        if (parent is null)
            return root;

        return parent.In(root) switch
        {
            MapNode map when key is not null => map[key],
            ListNode list when key is null && index < list.Count => list[index],
            _ => null,
        };
    }

    /// <summary>The path as a JSON pointer (RFC 6901), as JSON6902 patches take it.</summary>
    public string ToJsonPointer()
    {
        var text = new StringBuilder();
        foreach (var step in Steps())
        {
            text.Append('/');
            if (step.key is null)
                text.Append(CultureInfo.InvariantCulture, $"{step.index}");
            else
                text.Append(step.key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    /// <summary>The path as people write it; keys that are not plain names stand in brackets and quotes.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps())
        {
            if (step.key is null)
                text.Append(CultureInfo.InvariantCulture, $"[{step.index}]");
            else if (IsPlain(step.key))
                text.Append(text.Length > 0 ? "." : "").Append(step.key);
            else
                text.Append("[\"").Append(step.key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(NodePath? other)
    {
        var mine = this;
        for (; mine.parent is not null && other?.parent is not null; (mine, other) = (mine.parent, other.parent))
            if (ReferenceEquals(mine, other))
                return true;
            else if (mine.key != other.key || mine.index != other.index)
                return false;
        return other is not null && mine.parent is null && other.parent is null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NodePath);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var at = this; at.parent is not null; at = at.parent)
        {
            hash.Add(at.key, StringComparer.Ordinal);
            hash.Add(at.index);
        }

        return hash.ToHashCode();
    }

    Stack<NodePath> Steps()
    {
        var steps = new Stack<NodePath>();
        for (var at = this; at.parent is not null; at = at.parent)
            steps.Push(at);
        return steps;
    }

    static bool IsPlain(ReadOnlySpan<char> key) => !key.IsEmpty && PlainLength(key) == key.Length;

    static int PlainLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '-' or '$'))
            length++;
        return length;
    }

    static int PlainKey(ReadOnlySpan<char> text, ref NodePath path)
    {
        var length = PlainLength(text);
        if (length > 0)
            path = path.Then(text[..length].ToString());
        return length;
    }

    static int Position(ReadOnlySpan<char> text, ref NodePath path)
    {
        var end = text.IndexOf(']');
        if (end < 0 || !int.TryParse(text[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return 0;

        path = path.Then(index);
        return end + 1;
    }

    static int QuotedKey(ReadOnlySpan<char> text, ref NodePath path)
    {
        var key = new StringBuilder();
        for (var at = 2; at + 1 < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (text[at + 1] != ']')
                    return 0;

                path = path.Then(key.ToString());
                return at + 2;
            }

            if (text[at] == '\\')
                at++;
            key.Append(text[at]);
        }

        return 0;
    }
}
