using Belvedere.Documents;

namespace Belvedere.Kubernetes.Tests;

/// <summary>Breaks manifests in the ways that people break them; the same seed breaks them alike.</summary>
sealed class Mutations(int seed)
{
    readonly Random random = new(seed);

    /// <summary>One change somewhere below the root, but not in metadata or status, which are other schemas.</summary>
    public (string What, MapNode Manifest) Mutate(MapNode manifest)
    {
        var places = new List<NodePath>();
        foreach (var entry in manifest)
            if (entry.Key.Text is not ("apiVersion" or "kind" or "metadata" or "status"))
                Collect(entry.Value, NodePath.Root.Then(entry.Key.Text), places);
        if (places.Count == 0)
            return ("nothing", manifest);

        var path = places[random.Next(places.Count)];
        var (what, changed) = Change(path.In(manifest)!);
        return ($"{what} at {path}", (MapNode)Replaced(manifest, Steps(path).ToArray(), 0, changed));
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    (string, Node?) Change(Node node) => random.Next(14) switch
    {
        0 => ("null", ScalarNode.Null),
        1 => ("an integer", ScalarNode.Integer(random.Next(2) == 0 ? -7 : 70_000)),
        2 => ("a string", ScalarNode.String("not this one")),
        3 => ("true", ScalarNode.True),
        4 => ("a list", ListNode.Of("a")),
        5 => ("a map", MapNode.Of(("a", ScalarNode.String("b")))),
        6 => ("an empty string", ScalarNode.String("")),
        7 => ("nothing at all", null),
        8 when node is MapNode map => ("an unknown field", map.With("unknownField", ScalarNode.String("x"))),
        9 when node is MapNode { Count: > 0 } map => ("a misspelt field", Misspelt(map)),
        10 when node is MapNode { Count: > 0 } map => ("a field less", map.Without(map[random.Next(map.Count)].Key.Text)),
        11 when node is ListNode { Count: > 0 } list => ("an item twice", new ListNode(list.Append(list[random.Next(list.Count)]))),
        12 when node is ListNode => ("no items", ListNode.Empty),
        13 when node is ScalarNode { Kind: ScalarKind.String } text => ("another case", ScalarNode.String(text.Text.ToUpperInvariant())),
        _ => ("a large number", new ScalarNode(ScalarKind.Integer, "3000000000")),
    };

    MapNode Misspelt(MapNode map)
    {
        var at = random.Next(map.Count);
        return new MapNode(map.Select((entry, index) => index == at ? entry with { Key = ScalarNode.String(entry.Key.Text + "x") } : entry));
    }

    static void Collect(Node node, NodePath path, List<NodePath> places)
    {
        places.Add(path);
        if (node is MapNode map)
            foreach (var entry in map)
                Collect(entry.Value, path.Then(entry.Key.Text), places);
        else if (node is ListNode list)
            for (var at = 0; at < list.Count; at++)
                Collect(list[at], path.Then(at), places);
    }

    static IEnumerable<NodePath> Steps(NodePath path) => path.IsRoot ? [] : Steps(path.Parent!).Append(path);

    static Node Replaced(Node node, NodePath[] steps, int at, Node? value)
    {
        var step = steps[at];
        var last = at == steps.Length - 1;
        if (node is MapNode map)
            return last && value is null ? map.Without(step.Key!) : map.With(step.Key!, last ? value! : Replaced(map[step.Key!]!, steps, at + 1, value));

        var list = (ListNode)node;
        var items = list.ToList();
        if (last && value is null)
            items.RemoveAt(step.Index!.Value);
        else
            items[step.Index!.Value] = last ? value! : Replaced(items[step.Index!.Value], steps, at + 1, value);
        return new ListNode(items);
    }
}
