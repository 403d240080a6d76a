using Belvedere.Documents;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>A value set in a tree, where there is no Kustomize to do it.</summary>
static class TreePatch
{
    /// <summary>The tree with a value at a JSON pointer of map keys; maps on the way are made.</summary>
    public static MapNode Set(MapNode tree, string pointer, Node value) => Set(tree, pointer[1..].Split('/'), value);

    static MapNode Set(MapNode tree, ReadOnlySpan<string> keys, Node value)
    {
        var key = keys[0].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return tree.With(key, keys.Length == 1 ? value : Set(tree[key] as MapNode ?? MapNode.Empty, keys[1..], value));
    }
}
