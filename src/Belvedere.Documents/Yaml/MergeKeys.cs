using System.Runtime.InteropServices;

namespace Belvedere.Documents.Yaml;

/// <summary>
/// Takes the maps at a merge key (<c>&lt;&lt;</c>) over into the map that holds it. A key of the map itself wins, and of several
/// merged maps the first. Where the map's own key stands before the merge key, kubectl lets the merged value win and kustomize
/// the map's own: that is refused, because one file would mean two things.
/// </summary>
static class MergeKeys
{
    /// <summary>What a merge key looks like without quotes.</summary>
    public const string Text = "<<";

    // Keys are strings, so the other kinds are free to mark one that is not a key at all.
    public static ScalarNode KeyAt(TextSpan span) => new(ScalarKind.Null, Text, span);

    public static List<MapEntry> Expand(ReadOnlySpan<MapEntry> entries, List<DocumentError> errors)
    {
        var expanded = new List<MapEntry>(entries.Length);
        var places = new Dictionary<string, (int At, bool IsMerged)>(StringComparer.Ordinal);

        foreach (ref readonly var entry in entries)
        {
            if (entry.Key.Kind == ScalarKind.Null)
                Merge(entry, expanded, places, errors);
            else
                Set(entry, expanded, places);
        }

        return expanded;
    }

    static void Merge(MapEntry merge, List<MapEntry> expanded, Dictionary<string, (int At, bool IsMerged)> places, List<DocumentError> errors)
    {
        ReadOnlySpan<Node> sources = merge.Value is ListNode list ? list.AsSpan() : [merge.Value];
        foreach (var source in sources)
        {
            if (source is not MapNode map)
            {
                errors.Add(new DocumentError("The merge key << takes a map or a list of maps: give it an alias of a map, or put << in quotes.", merge.Key.Span));
                return;
            }

            foreach (ref readonly var entry in map.AsSpan())
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, entry.Key.Text, out var exists);
                if (!exists)
                {
                    place = (expanded.Count, true);
                    expanded.Add(entry);
                }
                else if (!place.IsMerged)
                {
                    errors.Add(new DocumentError(
                        $"The merge key << stands after the key {Excerpt.Of(entry.Key.Text)}, which it sets too, and readers disagree about which one wins: put << first.",
                        merge.Key.Span));
                }
            }
        }
    }

    static void Set(MapEntry entry, List<MapEntry> expanded, Dictionary<string, (int At, bool IsMerged)> places)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, entry.Key.Text, out var exists);
        if (exists)
        {
            expanded[place.At] = entry;
        }
        else
        {
            place.At = expanded.Count;
            expanded.Add(entry);
        }

        place.IsMerged = false;
    }
}
