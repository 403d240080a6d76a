using Belvedere.Documents;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>
/// The JSON patch from one tree to another. Lists are replaced whole: an index in a patch would silently mean another item
/// after a change of the base.
/// </summary>
static class NodeDifference
{
    public static IReadOnlyList<PatchOperation> Between(MapNode from, MapNode to)
    {
        var operations = new List<PatchOperation>();
        Compare(from, to, "", operations);
        return operations;
    }

    static void Compare(MapNode from, MapNode to, string path, List<PatchOperation> operations)
    {
        foreach (var (key, before) in from)
        {
            var at = $"{path}/{Escape(key.Text)}";
            if (!to.TryGet(key.Text, out var after))
                operations.Add(new PatchOperation("remove", at, Value: null));
            else if (before is MapNode left && after is MapNode right)
                Compare(left, right, at, operations);
            else if (!Node.ContentEquals(before, after))
                operations.Add(new PatchOperation("replace", at, after));
        }

        foreach (var (key, after) in to)
            if (!from.TryGet(key.Text, out _))
                operations.Add(new PatchOperation("add", $"{path}/{Escape(key.Text)}", after));
    }

    static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
