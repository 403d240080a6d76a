using System.Text.Json.Nodes;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.Sync;

/// <summary>A hub and its clusters through one commit after another, each synced by Argo CD.</summary>
sealed class SimulatedFleet
{
    readonly SimulatedCluster hub;
    readonly Func<string, SimulatedCluster> newCluster;
    readonly Dictionary<string, SimulatedCluster> clusters = [];
    readonly bool isBackwards;
    Rendered? current;

    /// <param name="hub">The hub's cluster.</param>
    /// <param name="newCluster">A managed cluster of a name.</param>
    /// <param name="isBackwards">Applications do not wait for each other; whether the last is synced first.</param>
    public SimulatedFleet(SimulatedCluster hub, Func<string, SimulatedCluster> newCluster, bool isBackwards) => (this.hub, this.newCluster, this.isBackwards) = (hub, newCluster, isBackwards);

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<string> Problems => [.. hub.Problems, .. clusters.Values.SelectMany(cluster => cluster.Problems)];

    /// <summary>The cluster of a name.</summary>
    public SimulatedCluster Cluster(string name) => clusters[name];

    /// <summary>Syncs an output.</summary>
    public void Commit(MonitoringTopology topology)
    {
        var next = new Rendered(Compiled.Repository(topology));
        // By hand, and only once.
        if (current is null)
            hub.Converge(next.Objects("hub/bootstrap"));

        var before = current is null ? [] : Application.Of(current).ToDictionary(application => application.Name, application => current.Objects(application.Folder));
        var applications = Application.Of(next);
        var after = applications.ToDictionary(application => application.Name, application => next.Objects(application.Folder));
        var waiting = new Queue<Application>(isBackwards ? applications.Reverse() : applications);
        for (var refused = 0; waiting.Count > refused;)
        {
            var application = waiting.Dequeue();
            // Argo CD refuses the whole, and tries again later.
            if (after[application.Name].Any(made => !IsPermitted(application, made)))
            {
                waiting.Enqueue(application);
                refused++;
                continue;
            }

            refused = 0;
            var others = applications.Where(other => other.Name != application.Name && other.Cluster == application.Cluster).SelectMany(other => after[other.Name]).Select(made => made.Id()).ToHashSet();
            (application.Cluster is { } name ? ClusterOf(name) : hub).Sync(application, before.GetValueOrDefault(application.Name, []), after[application.Name], others);
        }

        hub.Problems.AddRange(waiting.Select(application => $"{application.Name} is never permitted: {string.Join(", ", after[application.Name].Where(made => !IsPermitted(application, made)).Select(made => made.Id()))}."));
        if (Application.RemovesWhatIsGone(next))
            hub.Problems.AddRange(before.Keys.Except(after.Keys).Select(gone => $"{gone} is removed, and all that it brought."));
        current = next;
    }

    SimulatedCluster ClusterOf(string name)
    {
        if (!clusters.TryGetValue(name, out var cluster))
            clusters.Add(name, cluster = newCluster(name));
        return cluster;
    }

    bool IsPermitted(Application application, JsonObject made)
    {
        var spec = hub.Live.Values.Single(one => one.Kind() == "AppProject")["spec"]!;
        var isNamespaced = made.Namespace() is not null;
        return Lists(spec[isNamespaced ? "namespaceResourceWhitelist" : "clusterResourceWhitelist"], entry => (string?)entry["group"] == made.Group() && (string?)entry["kind"] == made.Kind())
            && Lists(spec["destinations"], entry => (string?)entry["namespace"] == (made.Namespace() ?? application.Namespace) && (application.Cluster is null) == ((string?)entry["server"] == "https://kubernetes.default.svc"));
    }

    static bool Lists(JsonNode? entries, Func<JsonNode, bool> fits) => (entries?.AsArray() ?? []).Any(entry => fits(entry!));
}
