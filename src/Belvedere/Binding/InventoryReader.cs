using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Sources;
using static Belvedere.Binding.InventoryDiagnostics;

namespace Belvedere.Binding;

/// <summary>
/// Reads inventory files: a list <c>clusters</c>, and <c>defaults</c> for what its entries leave out. The schema for editors is
/// <c>schemas/inventory/clusters.schema.json</c>.
/// </summary>
static class InventoryReader
{
    static readonly string[] FileKeys = ["defaults", "clusters"];
    static readonly string[] DefaultKeys = ["platform", "profile", "hub", "secondHub", "ring", "owner", "labels"];
    static readonly string[] ClusterKeys = ["name", "platform", "profile", "hub", "secondHub", "ring", "owner", "labels", "apiServer", "id", "region", "state"];

    public static IEnumerable<ManagedCluster> Read(Inventory inventory, BindingContext context)
    {
        var clusters = new List<ManagedCluster>();
        var files = context.Sources.Find(inventory.Path);
        foreach (var path in files)
            clusters.AddRange(new FileReader(inventory, context.Sources.Read(path), context).Read());

        if (clusters.Count == 0 && !context.Found.HasErrors)
            context.Found.Add(Empty(inventory, files.Count));
        return clusters;
    }

    /// <summary>What an entry may leave out, or a whole entry.</summary>
    sealed record Entry(Platform? Platform, Profile? Profile, Hub? Hub, Hub? SecondHub, Ring? Ring, string? Owner, LabelSet Labels)
    {
        public static readonly Entry Nothing = new(null, null, null, null, null, null, LabelSet.Empty);
    }

    sealed class FileReader(Inventory inventory, SourceFile file, BindingContext context)
    {
        // Thousands of entries name few platforms.
        readonly Dictionary<string, Platform?> platforms = new(StringComparer.Ordinal);

        public List<ManagedCluster> Read()
        {
            if (file.Problem is { } problem)
            {
                context.Found.Add(Unreadable(inventory, file.Path, problem));
                return [];
            }

            var result = YamlReader.Read(file.Content.Span);
            foreach (var error in result.Errors)
                context.Found.Add(NotYaml(At(error.Span), error.Message));
            return result.IsValid ? [.. result.Documents.SelectMany(ReadDocument)] : [];
        }

        IEnumerable<ManagedCluster> ReadDocument(Node document)
        {
            if (ManagedClusterReader.Reads(document))
                return new ManagedClusterReader(inventory, file, context).Read(document);
            if (!IsMap(document, "an inventory", out var root))
                return [];

            RefuseUnknownKeys(root, "an inventory", FileKeys);
            var defaults = root["defaults"] is { } node && IsMap(node, "defaults", out var map) ? ReadDefaults(map) : Entry.Nothing;
            if (root["clusters"] is not { } clusters)
            {
                context.Found.Add(MissingKey(At(root.Span), "The inventory", "clusters"));
                return [];
            }

            if (clusters is ListNode list)
                return list.Select(item => ReadCluster(item, defaults)).OfType<ManagedCluster>();

            // An empty value is an empty list, and that is told once for the whole inventory.
            if (clusters is not ScalarNode { Kind: ScalarKind.Null })
                context.Found.Add(WrongType(At(clusters.Span), "clusters", "a list of clusters", clusters));
            return [];
        }

        Entry ReadDefaults(MapNode map)
        {
            RefuseUnknownKeys(map, "defaults", DefaultKeys);
            return ReadEntry(map, Entry.Nothing);
        }

        ManagedCluster? ReadCluster(Node node, Entry defaults)
        {
            if (!IsMap(node, "a cluster", out var map))
                return null;

            RefuseUnknownKeys(map, "a cluster", ClusterKeys);
            var entry = ReadEntry(map, defaults);
            var name = Text(map, "name");
            if (!map.TryGet("name", out _))
                context.Found.Add(MissingKey(At(map.Span), "The cluster", "name"));
            if (name is null)
                return null;

            if (entry.Platform is null && !map.TryGet("platform", out _))
                context.Found.Add(MissingKey(At(map.Span), $"The cluster '{name}'", "platform"));
            if (entry.Profile is null && !map.TryGet("profile", out _))
                context.Found.Add(MissingKey(At(map.Span), $"The cluster '{name}'", "profile"));
            if (entry is not { Platform: { } platform, Profile: { } profile })
                return null;

            return new ManagedCluster(name, platform, profile, At(map.Span))
            {
                Hub = entry.Hub,
                SecondHub = entry.SecondHub,
                Ring = entry.Ring,
                ExternalLabels = entry.Labels,
                Owner = entry.Owner,
                ApiServer = Text(map, "apiServer"),
                ClusterId = Text(map, "id"),
                Region = Text(map, "region"),
                State = Text(map, "state") is { } state ? ClusterStates.Find(state, At(map["state"]!.Span), context) : null,
            };
        }

        Entry ReadEntry(MapNode map, Entry defaults) => new(
            ReadPlatform(map) ?? (map.TryGet("platform", out _) ? null : defaults.Platform),
            Named(map, "profile", inventory.Profiles, profile => profile.Name) ?? (map.TryGet("profile", out _) ? null : defaults.Profile),
            HubOf(map, "hub") ?? (map.TryGet("hub", out _) ? null : defaults.Hub),
            HubOf(map, "secondHub") ?? (map.TryGet("secondHub", out _) ? null : defaults.SecondHub),
            Named(map, "ring", inventory.Rings, ring => ring.Name) ?? (map.TryGet("ring", out _) ? null : defaults.Ring),
            Text(map, "owner") ?? defaults.Owner,
            defaults.Labels.With(ReadLabels(map)));

        Platform? ReadPlatform(MapNode map)
        {
            if (Text(map, "platform") is not { } text)
                return null;
            if (platforms.TryGetValue(text, out var known))
                return known;

            var platform = PlatformText.Parse(text, out var problem);
            if (problem is not null)
                context.Found.Add(BadPlatform(At(map["platform"]!.Span), text, problem));
            platforms.Add(text, platform);
            return platform;
        }

        T? Named<T>(MapNode map, string key, IReadOnlyList<T> known, Func<T, string> nameOf) where T : Element
        {
            if (Text(map, key) is not { } name)
                return null;

            foreach (var candidate in known)
                if (nameOf(candidate) == name)
                    return candidate;
            context.Found.Add(UnknownName(At(map[key]!.Span), key, name, known.Select(nameOf)));
            return null;
        }

        // Profiles and rings are the inventory's, hubs the topology's.
        Hub? HubOf(MapNode map, string key)
        {
            if (Text(map, key) is not { } name)
                return null;
            if (context.Hubs.FirstOrDefault(hub => hub.Name == name) is { } hub)
                return hub;
            context.Found.Add(UnknownHub(At(map[key]!.Span), name, context.Hubs.Select(known => known.Name)));
            return null;
        }

        LabelSet ReadLabels(MapNode map)
        {
            if (map["labels"] is not { } node || !IsMap(node, "labels", out var labels))
                return LabelSet.Empty;

            var read = new List<KeyValuePair<string, string>>();
            foreach (var (key, _) in labels)
                if (Text(labels, key.Text) is { } value)
                    read.Add(new(key.Text, value));
            return LabelSet.From(read);
        }

        string? Text(MapNode map, string key)
        {
            switch (map[key])
            {
                case null:
                    return null;
                case ScalarNode { Kind: ScalarKind.String } text:
                    return text.Text;
                case var other:
                    context.Found.Add(WrongType(At(other.Span), key, "text", other));
                    return null;
            }
        }

        bool IsMap(Node node, string what, out MapNode map)
        {
            map = node as MapNode ?? MapNode.Empty;
            if (node is not MapNode)
                context.Found.Add(WrongType(At(node.Span), what, "a map of keys and values", node));
            return node is MapNode;
        }

        void RefuseUnknownKeys(MapNode map, string what, string[] known)
        {
            foreach (var (key, _) in map)
                if (Array.IndexOf(known, key.Text) < 0)
                    context.Found.Add(UnknownKey(At(key.Span), what, key.Text, known));
        }

        SourceLocation At(TextSpan span) => SourceLocation.In(file.AbsolutePath, span);
    }
}
