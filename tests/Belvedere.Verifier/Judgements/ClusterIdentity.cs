using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Every cluster's series say which cluster they are from, once, and no two clusters say the same.</summary>
sealed class ClusterIdentity : Judgement
{
    public override IEnumerable<Finding> Judge(Estate estate)
    {
        // Receive writes the tenant into this label, over what clients send. Where hubs differ, it depends on which one is written to.
        var tenancies = estate.Hubs.Select(hub => hub.Programs.Any(program => program.IsThanos("receive") && program.Flag("--receive.tenant-label-name") == "cluster")).Distinct().ToList();
        bool? byTenant = tenancies is [var one] ? one : tenancies is [] ? false : null;
        var names = new List<(string Site, string Cluster)>();
        foreach (var site in estate.Sites.Where(site => site.Kind != SiteKind.Hub))
            foreach (var writer in Writer.Of(site))
            {
                var labels = writer.Arriving(("__name__", "up"), ("job", "a"), ("instance", "b"), ("namespace", "c"));
                foreach (var problem in Judge(site, writer, labels, byTenant))
                    yield return new(Name, site.Name, writer.Object.ToString(), problem);
                if (site.Kind == SiteKind.Cluster && labels.TryGetValue("cluster", out var cluster))
                    names.Add((site.Name, cluster));
            }

        foreach (var same in names.Distinct().GroupBy(name => name.Cluster).Where(same => same.Skip(1).Any()))
            yield return new(Name, same.First().Site, "external labels", $"{string.Join(" and ", same.Select(name => name.Site))} both say that they are '{same.Key}'.");
    }

    static IEnumerable<string> Judge(Site site, Writer writer, IReadOnlyDictionary<string, string> labels, bool? byTenant)
    {
        // An external label is for alerts, and gives way to a label that a series has; a step on the way does not.
        var steps = writer.Steps.Items.Where(step => step["targetLabel"].Text == "cluster" && (step["action"].Text ?? "replace") == "replace").ToList();
        if (steps.Count > 1)
            yield return $"'cluster' is set {steps.Count} times.";
        if (writer.ExternalLabels["cluster"].Text is { } external && steps.FirstOrDefault() is { } step && step["replacement"].Text?.Replace("$$", "$", StringComparison.Ordinal) != external)
            yield return $"alerts say '{external}', and series '{step["replacement"].Text}'.";
        if (byTenant is true)
        {
            if (labels.ContainsKey("cluster"))
                yield return "it sends 'cluster', which Receive writes from the certificate.";
        }
        else if (byTenant is false && !labels.ContainsKey("cluster") && !labels.ContainsKey("cluster_id"))
            yield return "its series do not say which cluster they are from.";
        if (writer.IsPlatform && writer.ExternalLabels.Entries.Select(entry => entry.Key).FirstOrDefault(name => name is "cluster" or "prometheus" or "prometheus_replica") is { } reserved && (site.Platform.Minor >= 20 || reserved != "cluster"))
            yield return $"the platform refuses the external label '{reserved}'.";
        if (labels.Keys.FirstOrDefault(name => name.StartsWith("__", StringComparison.Ordinal) && name != "__name__") is { } temporary)
            yield return $"'{temporary}' leaves the cluster.";
        if (!labels.ContainsKey("__name__"))
            yield return "its series lose their names.";
    }
}
