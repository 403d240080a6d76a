using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>A Prometheus that writes to a hub.</summary>
/// <param name="Object">The custom resource, or the platform's ConfigMap.</param>
/// <param name="ExternalLabels">Labels that each of its series gets.</param>
/// <param name="Entry">Its entry of <c>remoteWrite</c>.</param>
/// <param name="Replicas">How many of it run.</param>
/// <param name="ReplicaLabel">The label that tells them apart; empty where there is none.</param>
/// <param name="IsPlatform">Whether OpenShift runs it.</param>
sealed record Writer(Resource Object, Node ExternalLabels, Node Entry, int Replicas, string ReplicaLabel, bool IsPlatform)
{
    public const string RunTimeId = "__tmp_openshift_cluster_id__";

    public Node Steps => Entry["writeRelabelConfigs"];

    /// <summary>The labels of a series when it arrives, of those that it has from where it was scraped.</summary>
    public IReadOnlyDictionary<string, string> Arriving(params ReadOnlySpan<(string Name, string Value)> own)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in own)
            labels[name] = value;
        foreach (var (name, value) in ExternalLabels.Strings)
            labels.TryAdd(name, value);
        if (ReplicaLabel.Length > 0)
            labels.TryAdd(ReplicaLabel, "replica");
        if (IsPlatform)
            labels[RunTimeId] = "id-of-the-platform";
        var arriving = Relabeling.Apply(labels, Steps);
        arriving.Remove(RunTimeId);
        return arriving;
    }

    public static IEnumerable<Writer> Of(Site site) => site.Resources.SelectMany(Of);

    public static IEnumerable<Writer> Of(Resource made) => made switch
    {
        { Kind: "Prometheus" or "PrometheusAgent", Group: "monitoring.coreos.com" or "monitoring.rhobs" } =>
            Entries(made.Spec, "remoteWrite", (entry) => new(made, made.Spec["externalLabels"], entry, made.Spec["replicas"].Number ?? 1, made.Spec["replicaExternalLabelName"].Text ?? "prometheus_replica", false)),
        { Kind: "MonitoringStack" } =>
            Entries(made.Spec["prometheusConfig"], "remoteWrite", entry => new(made, made.Spec.At("prometheusConfig", "externalLabels"), entry, made.Spec.At("prometheusConfig", "replicas").Number ?? 2, "prometheus_replica", false)),
        { Kind: "ConfigMap", Name: "cluster-monitoring-config", Namespace: "openshift-monitoring" } => OfPlatform(made, "prometheusK8s"),
        { Kind: "ConfigMap", Name: "user-workload-monitoring-config", Namespace: "openshift-user-workload-monitoring" } => OfPlatform(made, "prometheus"),
        _ => [],
    };

    static IEnumerable<Writer> OfPlatform(Resource made, string instance)
    {
        if (made.Tree.At("data", "config.yaml").Text is not { } text || YamlText.Read(text) is not [var config])
            return [];
        // Other entries are of whoever owned the ConfigMap before.
        return Entries(config[instance], "remoteWrite", entry => new(made, config.At(instance, "externalLabels"), entry, 2, "prometheus_replica", true)).Where(writer => writer.Entry["url"].Text?.EndsWith("/api/v1/receive", StringComparison.Ordinal) == true);
    }

    static IEnumerable<Writer> Entries(Node spec, string field, Func<Node, Writer> make) => spec[field].Items.Select(make);
}
