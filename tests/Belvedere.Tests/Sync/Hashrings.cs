using System.Text.Json.Nodes;

namespace Belvedere.Tests.Sync;

/// <summary>The rings of Receive that live objects name, and the pods that are there.</summary>
static class Hashrings
{
    /// <summary>What is wrong with the rings.</summary>
    /// <param name="live">The objects.</param>
    /// <param name="coming">StatefulSets whose new pods are not there yet, with the number that is.</param>
    /// <param name="rolling">StatefulSets of which one pod is down at a time.</param>
    public static IEnumerable<string> Problems(IReadOnlyDictionary<string, JsonObject> live, IReadOnlyDictionary<string, int> coming, IReadOnlySet<string> rolling)
    {
        foreach (var map in live.Values.Where(made => made.Kind() == "ConfigMap" && made["data"]?["hashrings.json"] is not null))
            foreach (var ring in JsonNode.Parse((string)map["data"]!["hashrings.json"]!)!.AsArray())
                foreach (var problem in Problems(ring!, map.Namespace()!, live, coming, rolling))
                    yield return problem;
    }

    static IEnumerable<string> Problems(JsonNode ring, string home, IReadOnlyDictionary<string, JsonObject> live, IReadOnlyDictionary<string, int> coming, IReadOnlySet<string> rolling)
    {
        var failing = new HashSet<string>();
        foreach (var endpoint in ring["endpoints"]!.AsArray())
        {
            var address = (string)(endpoint is JsonObject named ? named["address"] : endpoint)!;
            var zone = (string?)(endpoint as JsonObject)?["az"];
            var pod = address.Split('.')[0];
            var (set, ordinal) = (pod[..pod.LastIndexOf('-')], int.Parse(pod[(pod.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
            var id = KubernetesObjects.Id("apps", "StatefulSet", home, set);
            var there = live.TryGetValue(id, out var made) ? coming.GetValueOrDefault(id, made.Replicas()) : 0;
            if (ordinal >= there)
            {
                yield return $"The ring {ring["hashring"]} names {pod}, which is not there.";
                failing.Add(zone ?? pod);
            }
            else if (rolling.Contains(id))
            {
                // Any one of them.
                failing.Add(zone ?? set);
            }
        }

        // Copies of a series lie in different zones, so a zone counts once.
        if (failing.Count > Spare(home, live))
            yield return $"The ring {ring["hashring"]} has lost its quorum: {string.Join(", ", failing.Order(StringComparer.Ordinal))}.";
    }

    // Of all copies of a sample, a majority must be written.
    static int Spare(string home, IReadOnlyDictionary<string, JsonObject> live)
    {
        const string Flag = "--receive.replication-factor=";
        var factor = live.Values
            .Where(made => made.Namespace() == home)
            .SelectMany(made => made.Pods()?["containers"]?.AsArray() ?? [])
            .SelectMany(container => container!["args"]?.AsArray() ?? [])
            .Select(argument => (string)argument!)
            .Where(argument => argument.StartsWith(Flag, StringComparison.Ordinal))
            .Select(argument => int.Parse(argument[Flag.Length..], System.Globalization.CultureInfo.InvariantCulture))
            .DefaultIfEmpty(1)
            .First();
        return factor - (factor / 2 + 1);
    }
}
