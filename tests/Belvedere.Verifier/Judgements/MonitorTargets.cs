using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Each endpoint of a monitor leads to pods, and no port is scraped by two of them.</summary>
sealed class MonitorTargets : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var all = new List<Scrape>();
        foreach (var monitor in Scrapes.Monitors(site))
            foreach (var endpoint in Scrapes.Endpoints(monitor))
            {
                var scrapes = Scrapes.Of(site, monitor, endpoint).ToList();
                if (scrapes is [])
                    yield return (monitor.ToString(), $"no pods listen on its port '{endpoint["port"].Text}'.");
                all.AddRange(scrapes);
            }

        foreach (var same in all.GroupBy(scrape => (scrape.Monitor.Group, scrape.Pods.Owner.Id, scrape.Port.Number)).Where(same => same.Skip(1).Any()))
            yield return (same.First().Monitor.ToString(), $"port {same.Key.Number} of {same.First().Pods.Owner} is scraped {same.Count()} times, also by {string.Join(", ", same.Skip(1).Select(scrape => scrape.Monitor))}.");
    }
}
