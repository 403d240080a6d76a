using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>
/// The Querier's file of endpoints lists every ingestor, Store Gateway and Ruler, each once, and nothing that is not there. A
/// Querier that it lists answers for all that one asks.
/// </summary>
sealed class QuerierEndpoints : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var sources = site.Programs.Where(program => program.IsThanos("store") || program.IsThanos("rule") && !program.Has("--remote-write.config-file")).Concat(Hashring.Ingestors(site)).Select(program => program.Pods).Distinct().ToList();
        foreach (var querier in site.Programs.Where(program => program.IsThanos("query")))
        {
            var subject = querier.Pods.Owner.ToString();
            var file = querier.TreeOf("--endpoint.sd-config-file");
            if (!file["endpoints"].IsList)
            {
                yield return (subject, "its file of endpoints is not there.");
                continue;
            }

            var reached = new List<PodSet>();
            foreach (var endpoint in file["endpoints"].Items)
            {
                var address = Address.Parse(endpoint["address"].Text ?? "");
                if (endpoint["strict"].IsTrue && address.Scheme.Length > 0)
                    yield return (subject, $"'{address}' is strict and found by DNS: Thanos refuses both.");
                if (site.ServiceAt(address.Host) is { } service)
                {
                    var pods = site.Pods.Where(service.Leads).ToList();
                    reached.AddRange(pods);
                    if (address.PortOf(service) is null)
                        yield return (subject, $"'{address}': Service '{service.Name}' has no such port.");
                    // One of several answers for all: right only where all have the same.
                    if (endpoint["group"].IsTrue && pods.Any(set => !set.Containers.Any(container => container["args"].Texts.FirstOrDefault() is "store" or "query")))
                        yield return (subject, $"'{address}' is a group, and its pods differ in what they hold.");
                    if (!endpoint["group"].IsTrue && (!service.IsHeadless || address.Scheme.Length == 0) && !pods.All(set => IsQuerier(site, set)))
                        yield return (subject, $"'{address}' finds one of its pods only.");
                }
                else if (site.Find("", "Namespace", "", address.Namespace) is not null)
                    yield return (subject, $"'{address}': no such Service.");
            }

            foreach (var missing in sources.Except(reached.Concat(reached.SelectMany(set => AskedBy(site, set)))))
                yield return (subject, $"{missing.Owner} has samples and is not asked.");
            foreach (var twice in reached.GroupBy(pods => pods.Owner.Id).Where(same => same.Skip(1).Any()))
                yield return (subject, $"{twice.First().Owner} is asked twice.");
        }
    }

    static bool IsQuerier(Site site, PodSet pods) => site.Programs.Any(program => program.IsThanos("query") && program.Pods == pods);

    // What another Querier asks: nothing where it is none.
    static IEnumerable<PodSet> AskedBy(Site site, PodSet pods) =>
        from querier in site.Programs
        where querier.IsThanos("query") && querier.Pods == pods
        from endpoint in querier.TreeOf("--endpoint.sd-config-file")["endpoints"].Items
        let service = site.ServiceAt(Address.Parse(endpoint["address"].Text ?? "").Host)
        where service is not null
        from asked in site.Pods
        where service.Leads(asked)
        select asked;
}
