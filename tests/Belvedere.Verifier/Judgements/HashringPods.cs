using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Every node of a hashring is a pod that a StatefulSet makes, every ingestor is in one, and Receive would load the file.</summary>
sealed class HashringPods : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var router in Hashring.Routers(site))
        {
            var rings = Hashring.Of(router.TreeOf("--receive.hashrings-file"));
            var subject = router.Pods.Owner.ToString();
            if (rings is [])
                yield return (subject, "its file of hashrings is not there, or empty.");
            if (router.Flag("--receive.hashrings-algorithm") != "ketama")
                yield return (subject, "its algorithm is not ketama.");
            foreach (var ring in rings)
                foreach (var problem in Judge(site, ring, Hashring.Replication(router)))
                    yield return (subject, $"hashring '{ring.Name}': {problem}");
            foreach (var problem in Order(rings))
                yield return (subject, problem);

            var nodes = rings.SelectMany(ring => ring.Endpoints).ToList();
            foreach (var twice in nodes.GroupBy(node => node.Address).Where(same => same.Skip(1).Any()))
                yield return (subject, $"'{twice.Key}' is there twice.");
            // The last of a StatefulSet may be on their way out: nobody writes to them, and queries still read them.
            foreach (var idle in Hashring.Ingestors(site).SelectMany(ingestor => ingestor.Pods.Names.Reverse().SkipWhile((pod, at) => at < ingestor.Pods.Names.Count - 1 && nodes.All(node => node.Pod != pod))).Except(nodes.Select(node => node.Pod)))
                yield return (subject, $"pod '{idle}' keeps samples and is in no hashring.");
            if (router.Flag("--receive.local-endpoint") is { } local)
                foreach (var pod in router.Pods.Names.Where(pod => nodes.Any(node => node.Pod == pod) && nodes.All(node => node.Address != local.Replace("$(NAME)", pod, StringComparison.Ordinal))))
                    yield return (subject, $"pod '{pod}' does not find itself in a hashring: it would forward to itself without an end.");
        }
    }

    static IEnumerable<string> Judge(Site site, Hashring ring, int replication)
    {
        foreach (var node in ring.Endpoints)
            if (node.Find(site) is not { } pods)
                yield return $"'{node.Address}' is no pod of a StatefulSet that listens there.";
            else if (node.Zone is { } zone && pods.Spec.At("nodeSelector", "topology.kubernetes.io/zone").Text != zone && !pods.Spec.At("affinity", "nodeAffinity").All().Any(place => place.Node.Text == zone))
                yield return $"'{node.Address}' is said to be in zone '{zone}', and nothing puts it there.";
        if (ring.Endpoints.Count < replication)
            yield return "it has fewer nodes than copies: Receive does not start.";

        var zones = ring.Endpoints.GroupBy(node => node.Zone).Select(zone => zone.Count()).ToList();
        if (zones.Count > 1 && (zones.Max() - zones.Min() > 1 || ring.Endpoints.Any(node => node.Zone is null)))
            yield return "its zones are not equal.";
        foreach (var size in (IEnumerable<int?>)[ring.Sharding["shard_size"].Number, .. ring.Sharding["overrides"].Items.Select(item => item["shard_size"].Number)])
            if (size is { } nodes)
            {
                var share = ring.Sharding["zone_awareness_disabled"].IsTrue || zones.Count == 0 ? nodes : (nodes + zones.Count - 1) / zones.Count;
                if (nodes > ring.Endpoints.Count || !ring.Sharding["zone_awareness_disabled"].IsTrue && share > zones.Min())
                    yield return $"a shard of {nodes} is more than there is.";
                if (nodes < replication)
                    yield return $"a shard of {nodes} is fewer nodes than copies.";
            }
    }

    // The first that fits takes a tenant.
    static IEnumerable<string> Order(IReadOnlyList<Hashring> rings)
    {
        foreach (var twice in rings.GroupBy(ring => ring.Name).Where(same => same.Skip(1).Any()))
            yield return $"hashring '{twice.Key}' is there twice.";
        for (var at = 0; at < rings.Count - 1; at++)
            if (rings[at].Tenants.Count == 0)
                yield return $"hashring '{rings[at].Name}' takes every tenant before others are asked.";
        foreach (var twice in rings.Where(ring => !ring.IsGlob).SelectMany(ring => ring.Tenants).GroupBy(tenant => tenant).Where(same => same.Skip(1).Any()))
            yield return $"tenant '{twice.Key}' has two hashrings.";
    }
}
