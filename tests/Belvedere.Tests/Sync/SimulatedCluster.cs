using System.Text.Json.Nodes;

namespace Belvedere.Tests.Sync;

/// <summary>A cluster while one application after another is synced to it, and what went wrong on the way.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Served">API groups whose definitions were there before.</param>
/// <param name="Outside">What was there before and is nobody's here.</param>
sealed class SimulatedCluster(string Name, IReadOnlySet<string> Served, IReadOnlySet<string> Outside)
{
    static readonly HashSet<string> BuiltInGroups = ["", "apps", "batch", "policy", "networking.k8s.io", "rbac.authorization.k8s.io", "scheduling.k8s.io", "storage.k8s.io"];

    // What the Operator Lifecycle Manager installs for a subscription.
    static readonly Dictionary<string, string> OfOperators = new() { ["cluster-observability-operator"] = "monitoring.rhobs" };

    readonly Dictionary<string, JsonObject> live = [];
    readonly HashSet<string> served = [.. BuiltInGroups, .. Served];
    readonly Dictionary<string, int> coming = [];
    readonly HashSet<string> rolling = [];

    public List<string> Problems { get; } = [];

    public IReadOnlyDictionary<string, JsonObject> Live => live;

    /// <summary>Brings an application from what it was to what it is.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="before">Its objects so far.</param>
    /// <param name="after">Its objects from now on.</param>
    /// <param name="others">What other applications bring in their own time.</param>
    public void Sync(Application application, IReadOnlyList<JsonObject> before, IReadOnlyList<JsonObject> after, IReadOnlySet<string> others)
    {
        var problems = Problems.Count;
        foreach (var made in after.Where(made => !IsKnown(made) && !made.Has("SkipDryRunOnMissingResource=true")))
            Tell(made, "is of a kind that is not known when the sync is tried out");

        if (application.CreatesNamespace)
            live.TryAdd(KubernetesObjects.Id("", "Namespace", null, application.Namespace), Empty(application.Namespace));

        var removed = before.Where(made => after.All(kept => kept.Id() != made.Id()) && !made.Has("Prune=false")).ToList();
        if (!application.PrunesLast)
            Remove(removed);
        foreach (var wave in ArgoOrder.Waves(after))
        {
            foreach (var made in wave)
                Apply(made);
            BecomeHealthy(wave, others);
        }

        if (application.PrunesLast)
            Remove(removed);
        for (var at = problems; at < Problems.Count; at++)
            Problems[at] = $"{Name}, {application.Name}: {Problems[at]}";
    }

    /// <summary>
    /// Applies objects as a work agent does, in no order, each again until it is taken; what never is, is a problem.
    /// </summary>
    public void Converge(IReadOnlyList<JsonObject> objects)
    {
        List<JsonObject> waiting = [.. objects.Reverse()];
        for (var count = -1; count != waiting.Count;)
        {
            count = waiting.Count;
            foreach (var made in waiting.Where(made => IsKnown(made) && Lacking(made.Requires()) is []).ToList())
            {
                Apply(made);
                waiting.Remove(made);
                Serve(made);
            }
        }

        Problems.AddRange(waiting.Select(made => $"{Name}: {made.Id()} is never taken."));
    }

    void Apply(JsonObject made)
    {
        if (!IsKnown(made))
            Tell(made, "comes before the definition of its kind");
        foreach (var need in Lacking(made.Requires()))
            Tell(made, $"comes before {need}");
        if (live.TryGetValue(made.Id(), out var before))
        {
            foreach (var field in ImmutableFields.Changed(before, made))
                Tell(made, $"changes '{field}', which cannot be changed");
            if (made.Kind() == "StatefulSet")
            {
                // Pods that are too many go at once; those that are new come by and by, and so do changes.
                if (made.Replicas() > before.Replicas())
                    coming[made.Id()] = before.Replicas();
                if (!JsonNode.DeepEquals(before["spec"]!["template"], made["spec"]!["template"]))
                    rolling.Add(made.Id());
            }
        }
        else if (made.Kind() == "StatefulSet")
        {
            coming[made.Id()] = 0;
        }

        live[made.Id()] = made;
        Problems.AddRange(Hashrings.Problems(live, coming, rolling));
    }

    // Waves wait for health: whatever a pod of this wave waits for must be there, or come without this sync.
    void BecomeHealthy(IReadOnlyList<JsonObject> wave, IReadOnlySet<string> others)
    {
        foreach (var made in wave)
        {
            Serve(made);
            foreach (var need in Lacking(made.WaitsFor()).Where(need => !others.Contains(need)))
                Tell(made, $"waits for {need}, and the sync for it");
        }

        coming.Clear();
        rolling.Clear();
    }

    void Remove(IReadOnlyList<JsonObject> objects)
    {
        foreach (var made in objects)
        {
            live.Remove(made.Id());
            if (made.Kind() is "Namespace" or "PersistentVolumeClaim" or "CustomResourceDefinition")
                Tell(made, "is removed, and what cannot be made again with it");
            if (made["spec"]?["volumeClaimTemplates"] is JsonArray && (string?)made["spec"]!["persistentVolumeClaimRetentionPolicy"]?["whenDeleted"] != "Retain")
                Tell(made, "is removed, and nothing keeps its disks");
            Problems.AddRange(Hashrings.Problems(live, coming, rolling));
        }

        foreach (var (_, made) in live)
            foreach (var need in Lacking(made.Requires()))
                Tell(made, $"still needs {need}, which is removed");
    }

    void Serve(JsonObject made)
    {
        if (made.Kind() == "CustomResourceDefinition")
            served.Add((string)made["spec"]!["group"]!);
        if (made.Group() == "operators.coreos.com" && made.Kind() == "Subscription" && OfOperators.TryGetValue((string)made["spec"]!["name"]!, out var group))
            served.Add(group);
    }

    bool IsKnown(JsonObject made) => served.Contains(made.Group());

    List<string> Lacking(IEnumerable<string> needs)
    {
        var brought = live.Values.SelectMany(made => made.Brings()).ToHashSet();
        return [.. needs.Where(need => !live.ContainsKey(need) && !Outside.Contains(need) && !brought.Contains(need))];
    }

    void Tell(JsonObject made, string what) => Problems.Add($"{made.Id()} {what}.");

    static JsonObject Empty(string name) => new() { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = name } };
}
