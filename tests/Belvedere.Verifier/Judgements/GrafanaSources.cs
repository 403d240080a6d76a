using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Grafana's data sources lead to Services, its folders are mounted, and its dashboards are JSON of their own ids that ask sources that are there.</summary>
sealed class GrafanaSources : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var grafana in site.Programs.Where(program => (program.Container["image"].Text ?? "").Contains("grafana", StringComparison.Ordinal)))
        {
            var subject = grafana.Pods.Owner.ToString();
            var sources = Provisioned(grafana, "datasources").ToList();
            foreach (var source in sources)
            {
                var address = Address.Parse(source["url"].Text ?? "");
                if (address.Host.EndsWith(".svc", StringComparison.Ordinal) && (site.ServiceAt(address.Host) is not { } service || address.PortOf(service) is null) && site.Find("", "Namespace", "", address.Namespace) is not null)
                    yield return (subject, $"data source '{source["name"].Text}' asks {address}, where nothing is.");
            }

            foreach (var twice in sources.GroupBy(source => source["uid"].Text).Where(same => same.Skip(1).Any()))
                yield return (subject, $"data source '{twice.Key}' is there twice.");
            if (sources.Count > 0 && sources.Count(source => source["isDefault"].IsTrue) != 1)
                yield return (subject, "not exactly one data source is the default.");

            var uids = sources.Select(source => source["uid"].Text).ToHashSet();
            var dashboards = new List<string>();
            foreach (var path in Provisioned(grafana, "providers").Select(provider => provider.At("options", "path").Text ?? ""))
                foreach (var mount in grafana.Container["volumeMounts"].Items.Where(mount => mount["mountPath"].Text is { } at && (at == path || at.StartsWith($"{path}/", StringComparison.Ordinal))))
                    foreach (var (name, text) in grafana.FilesOf(mount["name"].Text ?? ""))
                    {
                        var dashboard = YamlText.Read(text) is [var only] ? only : Node.Missing;
                        dashboards.Add(dashboard["uid"].Text ?? "");
                        foreach (var uid in dashboard.All().Where(place => place.Path.EndsWith("datasource.uid", StringComparison.Ordinal)).Select(place => place.Node.Text ?? "").Distinct().Where(uid => !uid.StartsWith('$') && !uid.StartsWith('-') && !uids.Contains(uid)))
                            yield return (subject, $"dashboard '{name}' asks data source '{uid}', which is not there.");
                    }

            foreach (var twice in dashboards.GroupBy(uid => uid).Where(same => same.Skip(1).Any()))
                yield return (subject, $"dashboard '{twice.Key}' is there twice.");
            foreach (var map in site.OfKind("ConfigMap", "").Where(map => map.Unit.EndsWith("/dashboards", StringComparison.Ordinal)))
                if (!grafana.Pods.Spec.All().Any(place => place.Path.EndsWith("configMap.name", StringComparison.Ordinal) && place.Node.Text == map.Name))
                    yield return (map.ToString(), "no Grafana mounts it.");
        }
    }

    static IEnumerable<Node> Provisioned(Program grafana, string list) =>
        from mount in grafana.Container["volumeMounts"].Items
        from file in grafana.FilesOf(mount["name"].Text ?? "")
        where file.Key.EndsWith(".yaml", StringComparison.Ordinal)
        from document in YamlText.Read(file.Value)
        from item in document[list].Items
        select item;
}
