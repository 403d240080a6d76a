namespace Belvedere.Kubernetes.Generator;

/// <summary>A definition of <c>schemas/</c>: a type or an enumeration.</summary>
sealed class Definition(string file, string space, string name, JsonObject schema)
{
    public string File { get; } = file;

    public string Namespace { get; } = space;

    public string Name { get; } = name;

    public JsonObject Schema { get; } = schema;

    public JsonObject? Kind { get; } = schema.Object("x-kubernetes-group-version-kind");

    public bool IsEnumeration => Schema.Has("enum");

    /// <summary>Its number: the place of its table.</summary>
    public int Id { get; set; }

    public string CSharp => $"global::{Namespace}.{Name}";

    public string ApiVersion => Kind!.Text("group") is { Length: > 0 } group ? $"{group}/{Kind.Text("version")}" : Kind.Text("version")!;

    /// <summary>The fields in the order of the output, which is the order of their slots.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonObject>> Fields => fields ??=
        [.. (Schema.Object("properties")?.Entries ?? []).Select(entry => new KeyValuePair<string, JsonObject>(entry.Key, (JsonObject)entry.Value!))];

    IReadOnlyList<KeyValuePair<string, JsonObject>>? fields;
}

/// <summary>All definitions, in a fixed order, with their references resolved.</summary>
sealed class SchemaSet
{
    const string Root = "Belvedere.Kubernetes";

    readonly Dictionary<string, Definition> byReference = new(StringComparer.Ordinal);

    public SchemaSet(IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var file in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var document = JsonReader.Object(file.Value);
            var space = document.Text("x-namespace") is { Length: > 0 } sub ? $"{Root}.{sub}" : Root;
            foreach (var entry in document.Object("$defs")!.Entries)
            {
                var definition = new Definition(file.Key, space, entry.Key, (JsonObject)entry.Value!) { Id = byReference.Count };
                byReference.Add($"{file.Key}.json#/$defs/{entry.Key}", definition);
            }
        }
    }

    public IEnumerable<Definition> All => byReference.Values;

    public Definition Resolve(string reference, Definition from) => byReference[reference[0] == '#' ? $"{from.File}.json{reference}" : reference];
}
