using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>One walk over two states of an object, beside its tables, for what cannot be changed.</summary>
sealed class ChangeWalk
{
    readonly List<ManifestProblem> problems = [];

    public IReadOnlyList<ManifestProblem> Problems => problems;

    public void Object(MapNode before, MapNode after, Shape shape, NodePath path)
    {
        foreach (var field in shape.Fields)
        {
            var (was, becomes) = (before[field.Name], after[field.Name]);
            if (was is null && becomes is null)
                continue;
            if (field.Value.Limits is { IsImmutable: true } && !field.Value.ContentEquals(was, becomes))
                Report(path.Then(field.Name), becomes ?? after, $"{field.Name} cannot be changed later.", "Keep it, or delete the object and make it anew.");
            else if (was is not null && becomes is not null)
                Value(was, becomes, field.Value, path.Then(field.Name));
        }

        foreach (var identity in shape.Rules)
            if (ChangeRules.Find(identity) is { } rule && !rule.IsMet(new RuleSubject(before, shape), new RuleSubject(after, shape)))
                Report(path, after, rule.Reason, null);
    }

    void Value(Node before, Node after, ValueShape shape, NodePath path)
    {
        switch (before, after)
        {
            case (MapNode was, MapNode becomes) when shape.Kind is ValueKind.Record:
                Object(was, becomes, shape.Type, path);
                break;
            case (ListNode was, ListNode becomes) when shape.Item is { Kind: ValueKind.Record } item:
                List(was, becomes, item, shape.Limits?.Keys is { } keys ? new ListKeys(keys, item) : null, path);
                break;
        }
    }

    // Items are the same by their keys, or by their place where they have none.
    void List(ListNode before, ListNode after, ValueShape item, ListKeys? keys, NodePath path)
    {
        for (var at = 0; at < after.Count; at++)
            if (Counterpart(before, after[at], at, keys) is { } was)
                Value(was, after[at], item, path.Then(at));
    }

    static Node? Counterpart(ListNode before, Node item, int at, ListKeys? keys) =>
        keys is null ? (at < before.Count ? before[at] : null) : before.FirstOrDefault(other => keys.Of(other) is { } identity && identity == keys.Of(item));

    void Report(NodePath path, Node node, string reason, string? remedy) =>
        problems.Add(new(ManifestProblemKind.ImmutableField, path, node.Span, reason, remedy));
}
