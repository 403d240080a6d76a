using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>One walk over a manifest beside its tables. Paths are made for problems only.</summary>
sealed partial class ManifestWalk
{
    // Objects in objects in objects: a manifest list in a ManifestWork in a Policy is as deep as people go.
    const int MaximalEmbedding = 8;

    readonly List<ManifestProblem> problems = [];
    readonly List<Step> path = [];
    int embedding;
    bool isCustomResource;

    readonly record struct Step(string? Key, int Index);

    public IReadOnlyList<ManifestProblem> Problems => problems;

    /// <summary>Checks a whole object.</summary>
    public void Manifest(MapNode manifest)
    {
        if (!Says(manifest, "apiVersion", out var apiVersion) | !Says(manifest, "kind", out var kind) || Shapes.IdOf(apiVersion, kind) is not (>= 0 and var id))
            return;

        Manifest(manifest, Shapes.At(id));
    }

    /// <summary>Checks an object that is known to be of a type.</summary>
    public void Manifest(MapNode manifest, Shape shape)
    {
        var outer = isCustomResource;
        isCustomResource = shape.IsCustomResource;
        Object(manifest, shape);
        isCustomResource = outer;
    }

    bool Says(MapNode manifest, string field, out string text)
    {
        text = manifest[field] is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } scalar ? scalar.Text : "";
        if (text.Length > 0)
            return true;

        Report(ManifestProblemKind.NoKind, manifest[field] ?? manifest, $"The object does not say its {field}.", $"Every object needs {field} as text.", field);
        return false;
    }

    void Object(MapNode map, Shape shape)
    {
        var expected = 0;
        foreach (ref readonly var entry in map.AsSpan())
        {
            var slot = shape.IndexOf(entry.Key.Text, expected);
            if (slot >= 0)
            {
                expected = slot + 1;
                Within(entry.Key.Text, entry.Value, shape.Fields[slot].Value);
            }
            else if (!shape.IsOpen)
            {
                Unknown(entry.Key, shape);
            }
        }

        foreach (var slot in shape.Required)
            if (map[shape.Fields[slot].Name] is null or ScalarNode { Kind: ScalarKind.Null })
                Report(ManifestProblemKind.MissingField, map, $"{shape.Name} needs {shape.Fields[slot].Name}.", null, shape.Fields[slot].Name);
        Rules(shape.Rules, new RuleSubject(map, shape));
    }

    void Within(string key, Node node, ValueShape shape)
    {
        path.Add(new(key, 0));
        Value(node, shape);
        path.RemoveAt(path.Count - 1);
    }

    void Value(Node node, ValueShape shape)
    {
        if (node is ScalarNode { Kind: ScalarKind.Null } && shape.Kind is not ValueKind.Any)
        {
            if (shape.Limits is not { IsNullable: true })
                Report(ManifestProblemKind.NullValue, node, $"There is nothing here, where {Noun(shape)} is expected.", "Give a value, or leave the field out.");
            return;
        }

        switch (shape.Kind, node)
        {
            case (ValueKind.Any, _):
                break;
            case (ValueKind.Record, MapNode map):
                Object(map, shape.Type);
                Entries(map, shape.Limits);
                break;
            case (ValueKind.Object, MapNode map):
                Entries(map, shape.Limits);
                if (shape.Limits is { IsEmbeddedObject: true })
                    Embedded(map);
                break;
            case (ValueKind.Map, MapNode map):
                foreach (ref readonly var entry in map.AsSpan())
                    Within(entry.Key.Text, entry.Value, shape.Item!);
                Entries(map, shape.Limits);
                break;
            case (ValueKind.List, ListNode list):
                List(list, shape);
                break;
            case (_, ScalarNode scalar) when IsOfKind(scalar, shape.Kind):
                Scalar(scalar, shape);
                break;
            default:
                Report(ManifestProblemKind.WrongType, node, $"{Noun(shape, isFirst: true)} is expected here, not {Noun(node)}.", Hint(node, shape));
                return;
        }

        if (shape.Limits?.Rules is { } rules)
            Rules(rules, new RuleSubject(node, shape));
    }

    void Embedded(MapNode map)
    {
        if (embedding == MaximalEmbedding)
            return;

        embedding++;
        Manifest(map);
        embedding--;
    }

    void Entries(MapNode map, Limits? limits)
    {
        if (limits?.MinimalEntries > map.Count || limits?.MaximalEntries < map.Count)
            Count(map, map.Count, limits.MinimalEntries, limits.MaximalEntries, "entries");
    }

    void List(ListNode list, ValueShape shape)
    {
        var items = list.AsSpan();
        for (var at = 0; at < items.Length; at++)
        {
            path.Add(new(null, at));
            Value(items[at], shape.Item!);
            path.RemoveAt(path.Count - 1);
        }

        if (shape.Limits is not { } limits)
            return;
        if (limits.MinimalItems > items.Length || limits.MaximalItems < items.Length)
            Count(list, items.Length, limits.MinimalItems, limits.MaximalItems, "items");
        if (limits.HasUniqueItems)
            Unique(items, null);
        if (limits.Keys is { } keys)
            Unique(items, new ListKeys(keys, shape.Item!));
    }

    void Unique(ReadOnlySpan<Node> items, ListKeys? keys)
    {
        if (items.Length < 2)
            return;

        var seen = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (var at = 0; at < items.Length; at++)
        {
            var identity = keys is null ? (items[at] as ScalarNode)?.Text : keys.Of(items[at]);
            if (identity is null || seen.TryAdd(identity, at))
                continue;

            path.Add(new(null, at));
            Report(
                ManifestProblemKind.Duplicate,
                items[at],
                keys is null ? $"{identity} is in the list already, as item {seen[identity]}." : $"Item {seen[identity]} has the same {keys.Names}.",
                keys is null ? null : $"Items of this list are told apart by {keys.Names}: give each its own.");
            path.RemoveAt(path.Count - 1);
        }
    }

    void Rules(string[] identities, RuleSubject subject)
    {
        foreach (var identity in identities)
            if (SchemaRules.Find(identity) is { } rule && !rule.IsMet(subject))
                Report(ManifestProblemKind.BrokenRule, subject.Node, rule.Reason);
    }

    void Unknown(ScalarNode key, Shape shape)
    {
        var nearest = NearestName.Of(key.Text, shape.Fields.Select(field => field.Name));
        Report(
            ManifestProblemKind.UnknownField,
            key,
            $"{shape.Name} has no field {key.Text}.",
            nearest is null ? "Remove it: API servers drop it without a word." : $"Did you mean {nearest}?",
            key.Text);
    }

    void Count(Node node, int count, long? minimum, long? maximum, string what) =>
        Report(ManifestProblemKind.OutOfBounds, node, minimum > count ? $"There are {count} {what}; at least {minimum} are needed." : $"There are {count} {what}; at most {maximum} are allowed.");

    void Report(ManifestProblemKind kind, Node node, string reason, string? remedy = null, string? field = null)
    {
        var at = NodePath.Root;
        foreach (var step in path)
            at = step.Key is null ? at.Then(step.Index) : at.Then(step.Key);
        problems.Add(new(kind, field is null ? at : at.Then(field), node.Span, reason, remedy));
    }
}
