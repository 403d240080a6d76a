using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Whatever tells replicas apart arrives, and every Querier takes it for that; alerts lose it.</summary>
sealed class ReplicaLabels : Judgement
{
    public override IEnumerable<Finding> Judge(Estate estate)
    {
        foreach (var hub in estate.Hubs)
        {
            var queriers = hub.Programs.Where(program => program.IsThanos("query")).ToList();
            var own = hub.Programs.Where(program => program.IsThanos("rule")).Concat(Hashring.Ingestors(hub)).ToList();
            foreach (var program in own)
            {
                var labels = program.All("--label").Select(label => label.Split('=', 2)).Where(parts => parts.Length == 2).ToList();
                var replica = labels.Where(parts => parts[1].Contains("$(NAME)", StringComparison.Ordinal)).Select(parts => parts[0]).ToList();
                if (replica.Count != 1)
                    yield return Found(hub, program, "its replicas have no label, or several, that tells them apart.");
                foreach (var (querier, label) in from querier in queriers from label in replica where !querier.All("--query.replica-label").Contains(label) select (querier, label))
                    yield return Found(hub, querier, $"'{label}' of {program.Pods.Owner} is no replica label to it: it answers with duplicates.");
                foreach (var label in replica.Where(label => program.IsThanos("rule") && !program.All("--alert.label-drop").Contains(label)))
                    yield return Found(hub, program, $"alerts keep '{label}': each replica notifies by itself.");
                if (program.IsThanos("rule") && labels.Any(parts => parts[0] == "cluster"))
                    yield return Found(hub, program, "its label 'cluster' hides the cluster that an alert is about.");
                foreach (var twice in labels.GroupBy(parts => parts[0]).Where(same => same.Skip(1).Any()))
                    yield return Found(hub, program, $"label '{twice.Key}' is there twice.");
            }

            foreach (var compactor in hub.Programs.Where(program => program.IsThanos("compact")))
                foreach (var label in compactor.All("--deduplication.replica-label").Where(label => queriers.Any(querier => !querier.All("--query.replica-label").Contains(label))))
                    yield return Found(hub, compactor, $"it takes '{label}' for a replica's, and a Querier does not.");

            foreach (var site in estate.Sites.Where(site => site.Kind != SiteKind.Hub))
                foreach (var writer in Writer.Of(site).Where(writer => writer.Replicas > 1))
                {
                    var labels = writer.Arriving(("__name__", "up"));
                    if (writer.ReplicaLabel.Length == 0 || !labels.ContainsKey(writer.ReplicaLabel))
                        yield return new(Name, site.Name, writer.Object.ToString(), "its replicas send series of the same labels: the hub refuses half of them.");
                    else
                        foreach (var querier in queriers.Where(querier => !querier.All("--query.replica-label").Contains(writer.ReplicaLabel)))
                            yield return Found(hub, querier, $"'{writer.ReplicaLabel}' of {site.Name} is no replica label to it.");
                }
        }
    }

    Finding Found(Site site, Program program, string problem) => new(Name, site.Name, program.Pods.Owner.ToString(), problem);
}
