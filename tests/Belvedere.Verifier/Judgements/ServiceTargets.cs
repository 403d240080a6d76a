using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>A Service leads to pods that listen on the port that it names, and each StatefulSet has its headless Service.</summary>
sealed class ServiceTargets : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var service in site.Services.Where(service => service.Emitted is not null))
        {
            var pods = site.Pods.Where(service.Leads).ToList();
            if (pods is [])
                yield return (service.Emitted!.ToString(), "its selector fits no pods.");
            foreach (var port in service.Ports)
                if (pods.Any(set => set.Port(port.Target) is not { } target || target.Protocol != port.Protocol))
                    yield return (service.Emitted!.ToString(), $"its pods have no port '{port.Target}' for {port.Protocol}.");
            foreach (var twice in service.Ports.GroupBy(port => port.Name).Where(same => same.Skip(1).Any()))
                yield return (service.Emitted!.ToString(), $"port '{twice.Key}' is there twice.");
        }

        foreach (var set in site.Pods.Where(pods => pods.Owner.Is("StatefulSet", "apps")))
        {
            var name = set.Owner.Spec["serviceName"].Text;
            if (site.Services.FirstOrDefault(service => service.Name == name && service.Namespace == set.Namespace) is not { } service)
                yield return (set.Owner.ToString(), $"its Service '{name}' is not there: its pods have no names.");
            else if (!service.IsHeadless || !service.Leads(set))
                yield return (set.Owner.ToString(), $"its Service '{name}' is not headless, or leads elsewhere.");
        }
    }
}
