using System.Globalization;
using Belvedere.Documents;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>A value set in a tree, where there is no Kustomize to do it.</summary>
static class TreePatch
{
    /// <summary>The tree with a value at a JSON pointer; maps on the way are made, and <c>-</c> appends to a list.</summary>
    public static MapNode Set(MapNode tree, string pointer, Node value) => Set(tree, pointer[1..].Split('/'), value);

    static MapNode Set(MapNode tree, ReadOnlySpan<string> keys, Node value)
    {
        var key = keys[0].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return tree.With(key, keys.Length == 1 ? value : Inner(tree[key], keys[1..], value));
    }

    static Node Inner(Node? node, ReadOnlySpan<string> keys, Node value)
    {
        if (node is not ListNode list)
            return Set(node as MapNode ?? MapNode.Empty, keys, value);
        if (keys[0] == "-")
            return new ListNode([.. list, value]);

        var at = int.Parse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture);
        var changed = keys.Length == 1 ? value : Inner(list[at], keys[1..], value);
        return new ListNode([.. list.Take(at), changed, .. list.Skip(at + 1)]);
    }
}
