using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Rules reach whoever evaluates them, and what evaluates reaches every replica of the hub's Alertmanager.</summary>
sealed class AlertPath : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var rulers = site.Programs.Where(program => program.IsThanos("rule")).ToList();
        foreach (var ruler in rulers)
        {
            foreach (var problem in Files(ruler))
                yield return (ruler.Pods.Owner.ToString(), problem);
            foreach (var address in ruler.All("--query").Select(Address.Parse).Where(address => site.ServiceAt(address.Host) is not { } service && site.Find("", "Namespace", "", address.Namespace) is not null || site.ServiceAt(address.Host) is { } found && address.PortOf(found) is null))
                yield return (ruler.Pods.Owner.ToString(), $"it asks {address}, where nothing is.");
        }

        foreach (var map in site.OfKind("ConfigMap", "").Where(map => map.Unit.EndsWith("/rules", StringComparison.Ordinal)))
            if (!rulers.Any(ruler => ruler.Pods.Spec.All().Any(place => place.Path.EndsWith("configMap.name", StringComparison.Ordinal) && place.Node.Text == map.Name)))
                yield return (map.ToString(), "no Ruler mounts it.");

        foreach (var alertmanager in site.Pods.Where(pods => pods.Owner.Kind == "Alertmanager"))
        {
            foreach (var ruler in rulers)
            {
                var own = ruler.Alertmanagers.Where(address => site.ServiceAt(address.Host)?.Leads(alertmanager) == true).ToList();
                if (own.Count != 1)
                    yield return (ruler.Pods.Owner.ToString(), $"it knows {alertmanager.Owner} {own.Count} times.");
                foreach (var address in own.Where(address => site.ServiceAt(address.Host) is { } service && (!service.IsHeadless || address.Scheme.Length == 0 || address.PortOf(service) is not { } port || alertmanager.Port(port.Target)?.Name != "web")))
                    yield return (ruler.Pods.Owner.ToString(), $"{address} is not each replica's API.");
            }

            foreach (var prometheus in site.Pods.Where(pods => pods.Owner.Kind == "Prometheus" && pods.Namespace == alertmanager.Namespace))
                if (!prometheus.Owner.Spec.At("alerting", "alertmanagers").Items.Any(one => site.Services.Any(service => service.Name == one["name"].Text && service.Leads(alertmanager) && service.IsHeadless && service.Port(one["port"].Text ?? "") is not null)))
                    yield return (prometheus.Owner.ToString(), $"its alerts do not reach {alertmanager.Owner}.");
        }
    }

    static IEnumerable<string> Files(Program ruler)
    {
        var folders = ruler.All("--rule-file").Select(pattern => pattern[..pattern.LastIndexOf('/')]).ToHashSet();
        var groups = new List<string>();
        foreach (var mount in ruler.Container["volumeMounts"].Items.Where(mount => folders.Contains(mount["mountPath"].Text ?? "")))
        {
            var files = ruler.FilesOf(mount["name"].Text ?? "").ToList();
            foreach (var twice in files.GroupBy(file => file.Key).Where(same => same.Skip(1).Any()))
                yield return $"file '{twice.Key}' of rules is there twice.";
            foreach (var (name, text) in files)
            {
                var file = YamlText.Read(text) is [var only] ? only : Node.Missing;
                if (!file["groups"].IsList)
                    yield return $"file '{name}' holds no groups of rules.";
                groups.AddRange(file["groups"].Items.Select(group => $"{name}/{group["name"].Text}"));
                foreach (var rule in file["groups"].Items.SelectMany(group => group["rules"].Items).Where(rule => rule["record"].Exists == rule["alert"].Exists || !rule["expr"].Exists))
                    yield return $"file '{name}': a rule is neither a record nor an alert: {rule}.";
            }
        }

        foreach (var twice in groups.GroupBy(group => group).Where(same => same.Skip(1).Any()))
            yield return $"group '{twice.Key}' is there twice.";
    }
}
