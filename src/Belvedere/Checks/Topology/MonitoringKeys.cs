using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Knowledge.Platforms;

namespace Belvedere.Checks.Topology;

/// <summary>The keys of imported settings that a release does not take.</summary>
static class MonitoringKeys
{
    /// <summary>A key, the ConfigMap that it stands in, and why it is not taken, as the end of a sentence that begins with the key.</summary>
    public readonly record struct Misfit(string Map, string Key, string Reason, Tolerance Tolerance);

    /// <summary>Clusters' shapes with imported settings, and what does not fit their release.</summary>
    public static IEnumerable<(ClusterShape Shape, Misfit Misfit)> Of(BoundTopology topology) =>
        from shape in topology.Collecting
        let settings = shape.Effective.OpenShift as BoundClusterMonitoring
        where settings is not null && shape.Base.Collector is CollectorShape.ClusterMonitoring
        from misfit in Unknown(shape.Platform, PlatformConfiguration.ClusterMap, settings.Cluster)
            .Concat(Unknown(shape.Platform, PlatformConfiguration.UserWorkloadMap, settings.UserWorkload))
            .Concat(Reserved(shape.Platform, settings))
        select (shape, misfit);

    static IEnumerable<Misfit> Unknown(Platform platform, string map, MapNode? settings) =>
        settings is null ? [] : Walk(settings, "").Distinct(StringComparer.Ordinal).Select(key => (Key: key, Known: platform.MonitoringKey(map, key)))
            .Where(entry => !entry.Known.IsAvailable && !IsBelowFreeForm(map, entry.Key))
            .Select(entry => new Misfit(
                map,
                entry.Key,
                entry.Known.IsKnown ? $"is there {entry.Known.Releases}" : "is in no release",
                platform.UnknownConfigurationKeys));

    // External labels of the platform's own names.
    static IEnumerable<Misfit> Reserved(Platform platform, BoundClusterMonitoring settings)
    {
        (string Map, Node? Labels, string Path)[] sets =
        [
            (PlatformConfiguration.ClusterMap, settings.Cluster?.At("prometheusK8s.externalLabels"), "prometheusK8s.externalLabels"),
            (PlatformConfiguration.UserWorkloadMap, settings.UserWorkload?.At("prometheus.externalLabels"), "prometheus.externalLabels"),
        ];
        return
            from set in sets
            from entry in set.Labels as MapNode ?? MapNode.Empty
            where PlatformConfiguration.ReservedExternalLabels.Contains(entry.Key.Text) && platform.ReservedExternalLabelsTolerance is not Tolerance.Accepted
            select new Misfit(set.Map, $"{set.Path}.{entry.Key.Text}", "is a label that the platform keeps for itself", platform.ReservedExternalLabelsTolerance);
    }

    static IEnumerable<string> Walk(Node node, string path) => node switch
    {
        MapNode map => map.SelectMany(entry => Walk(entry.Value, path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}").Prepend(path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}")),
        ListNode list => list.SelectMany(item => Walk(item, $"{path}[]")).Where(inner => inner != $"{path}[]"),
        _ => [],
    };

    // A key whose parts the tables do not list takes anything below it.
    static bool IsBelowFreeForm(string map, string key)
    {
        for (var at = key.LastIndexOf('.'); at > 0; at = key.LastIndexOf('.', at - 1))
        {
            var parent = key[..at];
            if (parent.EndsWith("[]", StringComparison.Ordinal))
                parent = parent[..^2];
            if (PlatformConfiguration.Keys.ContainsKey($"{map} {parent}"))
                return !PlatformConfiguration.Keys.Keys.Any(known => known.StartsWith($"{map} {parent}.", StringComparison.Ordinal) || known.StartsWith($"{map} {parent}[", StringComparison.Ordinal));
        }

        return false;
    }
}
