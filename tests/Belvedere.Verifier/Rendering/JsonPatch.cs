using System.Globalization;
using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Rendering;

/// <summary>JSON patches (RFC 6902), as Kustomize applies them.</summary>
static class JsonPatch
{
    /// <summary>The tree with the operations applied; what could not be is told.</summary>
    public static Node Apply(Node tree, Node operations, Action<string> problem)
    {
        foreach (var operation in operations.Items)
        {
            var (verb, path) = (operation["op"].Text, operation["path"].Text ?? "");
            if (verb is not ("add" or "replace" or "remove" or "test"))
            {
                problem($"The operation '{verb}' is not known.");
                continue;
            }

            var keys = path.Split('/').Skip(1).Select(key => key.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
            tree = keys.Length == 0 ? operation["value"] : Change(tree, keys, verb, operation["value"], reason => problem($"{verb} {path}: {reason}"));
        }

        return tree;
    }

    static Node Change(Node node, ReadOnlySpan<string> keys, string verb, Node value, Action<string> problem)
    {
        var key = keys[0];
        if (node.IsList)
            return ChangeList(node, keys, verb, value, problem);
        if (!node.IsMap)
        {
            problem($"there is nothing that could have '{key}'.");
            return node;
        }

        var below = node[key];
        if (keys.Length > 1)
        {
            // Kustomize makes the two maps of metadata where an operation needs them, and no others.
            if (!below.Exists && key is "annotations" or "labels" && verb == "add")
                below = Node.Map([]);
            return below.Exists || key is "annotations" or "labels" ? Set(node, key, Change(below, keys[1..], verb, value, problem)) : Refuse(node, $"'{key}' is not there.", problem);
        }

        return verb switch
        {
            "add" => Set(node, key, value),
            "replace" when below.Exists => Set(node, key, value),
            "remove" when below.Exists => Node.Map([.. node.Entries.Where(entry => entry.Key != key)]),
            "test" when below.Same(value) => node,
            "test" => Refuse(node, "the value is another.", problem),
            _ => Refuse(node, "the value is not there.", problem),
        };
    }

    static Node ChangeList(Node node, ReadOnlySpan<string> keys, string verb, Node value, Action<string> problem)
    {
        var last = keys.Length == 1;
        if (last && keys[0] == "-" && verb == "add")
            return Node.List([.. node.Items, value]);
        if (!int.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > node.Items.Count || at == node.Items.Count && !(last && verb == "add"))
            return Refuse(node, $"the list has no item '{keys[0]}'.", problem);
        if (!last)
            return Node.List([.. node.Items.Take(at), Change(node.Items[at], keys[1..], verb, value, problem), .. node.Items.Skip(at + 1)]);

        return verb switch
        {
            "add" => Node.List([.. node.Items.Take(at), value, .. node.Items.Skip(at)]),
            "replace" => Node.List([.. node.Items.Take(at), value, .. node.Items.Skip(at + 1)]),
            "remove" => Node.List([.. node.Items.Take(at), .. node.Items.Skip(at + 1)]),
            _ => node.Items[at].Same(value) ? node : Refuse(node, "the value is another.", problem),
        };
    }

    static Node Refuse(Node node, string reason, Action<string> problem)
    {
        problem(reason);
        return node;
    }

    static Node Set(Node map, string key, Node value)
    {
        var entries = map.Entries.ToList();
        var at = entries.FindIndex(entry => entry.Key == key);
        if (at < 0)
            entries.Add(KeyValuePair.Create(key, value));
        else
            entries[at] = KeyValuePair.Create(key, value);
        return Node.Map(entries);
    }
}
