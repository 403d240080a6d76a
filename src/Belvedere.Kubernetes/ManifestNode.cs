using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>
/// A part of a manifest: typed properties over slots, one slot per field of its schema. A slot that is not set is not written:
/// "not said" is never the same as a default. Immutable; <c>with</c> makes a changed copy; two parts are equal when their
/// content is, quantities by value.
/// </summary>
public abstract partial record ManifestNode
{
    // A slot holds a scalar, list or map as a node, or a part or an array of parts. What was read and does not
    // fit its field stays the node it was, so that it is written back as it came.
    readonly object?[] slots;

    MapNode additional;

    private protected ManifestNode(int count) => (slots, additional) = (new object?[count], MapNode.Empty);

    /// <summary>Copies.</summary>
    protected ManifestNode(ManifestNode original) =>
        (slots, additional, Span) = ((object?[])original.slots.Clone(), original.additional, original.Span);

    /// <summary>Where it stands in the file that it was read from.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>
    /// Fields that the schema does not know, in their order: kept when a manifest is read, and the way to set what a newer
    /// release has. They are written after the known ones.
    /// </summary>
    public MapNode AdditionalFields
    {
        get => additional;
        init => additional = value ?? MapNode.Empty;
    }

    internal abstract Shape Shape { get; }

    internal object? this[int slot]
    {
        get => slots[slot];
        set => slots[slot] = value;
    }

    internal int SlotCount => slots.Length;

    /// <summary>A new part for a slot that holds parts.</summary>
    internal virtual ManifestNode Create(int slot) => throw new InvalidOperationException($"Slot {slot} of {Shape.Name} holds no parts.");

    /// <summary>
    /// The tree that is written. Fields come in a fixed order: apiVersion, kind, metadata, name, namespace; of a rule alert,
    /// record, expr, for; then by ordinal name; status last; then what the schema does not know.
    /// </summary>
    public MapNode ToNode()
    {
        var fields = Shape.Fields;
        var count = additional.Count;
        foreach (var value in slots)
            if (value is not null)
                count++;

        var entries = new MapEntry[count];
        var at = 0;
        for (var slot = 0; slot < slots.Length; slot++)
            if (slots[slot] is { } value)
                entries[at++] = new MapEntry(fields[slot].Key, NodeOf(value));
        foreach (var entry in additional)
            entries[at++] = entry;
        return new MapNode(entries, Span);
    }

    static Node NodeOf(object value) => value switch
    {
        Node node => node,
        ManifestNode part => part.ToNode(),
        _ => new ListNode(Array.ConvertAll((ManifestNode[])value, part => (Node)part.ToNode())),
    };

    /// <summary>Whether both have the same content.</summary>
    public virtual bool Equals(ManifestNode? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other.Shape != Shape || !Node.ContentEquals(additional, other.additional))
            return false;

        var fields = Shape.Fields;
        for (var slot = 0; slot < slots.Length; slot++)
            if (!fields[slot].Value.ContentEquals(slots[slot], other.slots[slot]))
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Which fields are set, and the text of those that are compared as text.
        var hash = new HashCode();
        for (var slot = 0; slot < slots.Length; slot++)
            if (slots[slot] is { } value)
            {
                hash.Add(slot);
                if (value is ScalarNode { Kind: ScalarKind.String } text && Shape.Fields[slot].Value.Kind is ValueKind.String or ValueKind.Choice)
                    hash.Add(text.Text);
            }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    private protected virtual string Describe() => $"{Shape.Name} {{ {string.Join(", ", ToNode().Select(entry => entry.Key.Text))} }}";
}
