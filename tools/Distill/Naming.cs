using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>
/// Gives every definition its name: the reviewed table's if it has one; otherwise that of the object that holds it and the
/// field, at its first place. A name that two definitions want is an error that asks for an entry in the table.
/// </summary>
sealed class Naming
{
    readonly Dictionary<(string Namespace, string Name), string> taken = [];
    readonly Dictionary<string, string> references = new(StringComparer.Ordinal);
    readonly List<string> errors = [];

    /// <summary>What could not be named, in words.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>The file and name of a definition, by what references to it say until then.</summary>
    public IReadOnlyDictionary<string, string> References => references;

    public void Kind(Source source, string kind) => Take(source.Namespace, kind, $"{source.Group}/{kind}");

    public void BuiltIn(string definition)
    {
        var name = NameTable.BuiltIn.GetValueOrDefault(definition, definition[(definition.LastIndexOf('.') + 1)..]);
        Take("", name, definition);
        references.Add("@" + definition, $"{BuiltIns.GroupOf(definition)}.json#/$defs/{name}");
    }

    public void Enumeration(string name)
    {
        Take("", name, "the facts of core types");
        references.Add(CoreFacts.Reference(name), $"core.json#/$defs/{name}");
    }

    public void Nested(Cleaning cleaning)
    {
        foreach (var (group, names) in NameTable.Nested)
            foreach (var (name, place) in names)
                Reviewed(cleaning, group, name, place);

        var places =
            from definition in cleaning.Definitions
            from place in definition.Places
            orderby place.Depth, place.Full
            select (definition, place);
        foreach (var (definition, place) in places)
            if (definition.Name is null)
                Name(definition, Default(cleaning, place), place.Full);
    }

    void Reviewed(Cleaning cleaning, string group, string name, string place)
    {
        if (!cleaning.ByPlace.TryGetValue($"{group}/{place}", out var definition))
            errors.Add($"The name table gives {name} to {group}/{place}, where no object and no enumeration stands.");
        else if (definition.Name is not null)
            errors.Add($"The name table gives {name} to {group}/{place}, which is {definition.Name} already.");
        else
            Name(definition, name, place);
    }

    void Name(Definition definition, string name, string place)
    {
        definition.Name = name;
        Take(definition.Owner.Namespace, name, $"{definition.Owner.Group}/{place}");
        references.Add(definition.Id, $"{definition.Owner.Group}.json#/$defs/{name}");
    }

    static string Default(Cleaning cleaning, Place place)
    {
        var parent = place.Parent is { } above && cleaning.ByPlace.TryGetValue($"{place.Source.Group}/{above}", out var definition) ? definition.Name! : place.Kind;
        if (parent.EndsWith("Spec", StringComparison.Ordinal))
            parent = parent[..^4];
        var field = Words.Pascal(place.IsMany ? Words.Singular(place.Field) : place.Field);
        return parent + field;
    }

    void Take(string space, string name, string by)
    {
        if (!taken.TryAdd((space, name), by))
            errors.Add($"{name} is wanted by {by} and taken by {taken[(space, name)]}: give one of them another name in the name table.");
    }

    /// <summary>A schema in which every reference names its file and definition, short for those of the same file.</summary>
    public Node Resolve(Node node, string group) => node switch
    {
        MapNode map => new MapNode(map.Select(entry => entry is { Key.Text: "$ref", Value: ScalarNode reference } && references.TryGetValue(reference.Text, out var target)
            ? entry with { Value = ScalarNode.String(target.StartsWith(group + ".json#", StringComparison.Ordinal) ? target[(group.Length + 5)..] : target) }
            : entry with { Value = Resolve(entry.Value, group) })),
        ListNode list => new ListNode(list.Select(item => Resolve(item, group))),
        _ => node,
    };
}
