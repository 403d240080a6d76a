using Belvedere.Distill;
using Belvedere.Documents;
using Belvedere.Documents.Json;

if (args is not [var corpus, var target, var page])
{
    Console.Error.WriteLine("Usage: distill CORPUS SCHEMAS PAGE. CORPUS holds crds/, k8s-openapi/ and index.tsv; the folder SCHEMAS and the file PAGE, a table of the kinds, are written.");
    return 2;
}

var definitions = (MapNode)Upstream.Read(Path.Combine(corpus, SourceTables.OpenApi))["definitions"]!;
var builtIns = new BuiltIns(definitions);
var cleaning = new Cleaning(new CoreTypes(definitions), builtIns.Reference);
var naming = new Naming();

foreach (var kind in SourceTables.BuiltInKinds)
    builtIns.Reference(kind);

List<(Source Source, string Kind, MapNode Schema)> roots = [];
foreach (var source in SourceTables.Custom)
    foreach (var kind in source.Kinds)
    {
        var (schema, scope) = CustomResource.Version(Upstream.Read(Path.Combine(corpus, kind.File)), kind);
        roots.Add((source, kind.Kind, cleaning.Root(schema, source, kind.Kind).With("x-kubernetes-group-version-kind", BuiltIns.KindOf(kind.Group, kind.Version, kind.Kind, scope))));
        naming.Kind(source, kind.Kind);
    }

foreach (var (definition, _) in builtIns.Kept)
    naming.BuiltIn(definition);
foreach (var (name, _) in CoreFacts.Definitions)
    naming.Enumeration(name);
naming.Nested(cleaning);
List<string> errors = [.. naming.Errors, .. CoreFacts.Unused.Select(field => $"The table of core facts names {field}, which no definition has.")];
foreach (var error in errors)
    Console.Error.WriteLine(error);
if (errors.Count > 0)
    return 1;

var files = new SortedDictionary<string, SortedDictionary<string, MapNode>>(StringComparer.Ordinal);
foreach (var (definition, schema) in builtIns.Kept)
    Add(BuiltIns.GroupOf(definition), naming.References["@" + definition].Split('/')[^1], schema);
foreach (var (name, schema) in CoreFacts.Definitions)
    Add("core", name, schema);
foreach (var (source, kind, schema) in roots)
    Add(source.Group, kind, schema);
foreach (var definition in cleaning.Definitions)
    Add(definition.Owner.Group, definition.Name!, definition.Schema);

Directory.CreateDirectory(target);
foreach (var stale in Directory.EnumerateFiles(target, "*.json").Where(file => !files.ContainsKey(Path.GetFileNameWithoutExtension(file))))
    File.Delete(stale);
foreach (var (group, types) in files)
{
    var document = MapNode.Of(
        ("$schema", ScalarNode.String("https://json-schema.org/draft/2020-12/schema")),
        ("x-namespace", SourceTables.Custom.FirstOrDefault(source => source.Group == group && source.Namespace.Length > 0) is { } source ? ScalarNode.String(source.Namespace) : null),
        ("$defs", MapNode.Of(types.Select(type => (type.Key, (Node?)naming.Resolve(type.Value, group))))));
    File.WriteAllBytes(Path.Combine(target, group + ".json"), JsonWriter.ToUtf8(document));
}

File.WriteAllText(page, KindsPage.Write(
    [.. from file in files from type in file.Value where type.Value["x-kubernetes-group-version-kind"] is not null select (file.Key, type.Key, (MapNode)type.Value["x-kubernetes-group-version-kind"]!)],
    CorpusIndex.Read(Path.Combine(corpus, "index.tsv"))));
Console.WriteLine($"{roots.Count + SourceTables.BuiltInKinds.Count} kinds, {files.Sum(file => file.Value.Count)} definitions, {files.Count} files.");
return 0;

void Add(string group, string name, MapNode schema)
{
    if (!files.TryGetValue(group, out var types))
        files.Add(group, types = new(StringComparer.Ordinal));
    types.Add(name, schema);
}
