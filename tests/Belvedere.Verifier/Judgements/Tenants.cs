using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>All of Receive agrees on who is a tenant, and every tenant has a hashring.</summary>
sealed class Tenants : SiteJudgement
{
    static readonly string[] Common = ["--receive.tenant-label-name", "--receive.default-tenant-id", "--receive.tenant-header", "--receive.split-tenant-label-name"];
    static readonly string[] OfRouters = ["--receive.replication-factor", "--receive.hashrings-algorithm", "--receive.tenant-certificate-field"];

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var (all, routers) = (site.Programs.Where(program => program.IsThanos("receive")).ToList(), Hashring.Routers(site).ToList());
        foreach (var (programs, flags) in new[] { (all, Common), (routers, OfRouters) })
            foreach (var flag in flags)
                if (programs.Select(program => program.Flag(flag)).Distinct().Count() > 1)
                    yield return (string.Join(", ", programs.Select(program => program.Pods.Owner.Name)), $"they differ in {flag}.");

        if (all.Count > routers.Count && routers is [])
            yield return ("receive", "nothing routes to the ingestors.");
        foreach (var router in routers)
        {
            var rings = Hashring.Of(router.TreeOf("--receive.hashrings-file"));
            if (router.Has("--receive.tenant-certificate-field") && !router.Has("--remote-write.server-tls-client-ca"))
                yield return (router.Pods.Owner.ToString(), "it takes the tenant from a certificate that it does not ask for.");
            var tenant = router.Flag("--receive.default-tenant-id") ?? "default-tenant";
            if (!router.Has("--receive.tenant-certificate-field") && rings.All(ring => ring.Tenants.Count > 0 && !ring.Tenants.Any(name => name == tenant || ring.IsGlob && name.Contains('*', StringComparison.Ordinal))))
                yield return (router.Pods.Owner.ToString(), $"tenant '{tenant}' has no hashring.");
            if (router.Has("--receive.limits-config-file") && !router.TreeOf("--receive.limits-config-file")["write"].IsMap)
                yield return (router.Pods.Owner.ToString(), "its file of limits is not there, or has none.");
            var write = router.TreeOf("--receive.limits-config-file")["write"];
            if (write.All().Any(place => place.Path.EndsWith("head_series_limit", StringComparison.Ordinal)) && !write.At("global", "meta_monitoring_url").Exists)
                yield return (router.Pods.Owner.ToString(), "its limits of series need a Prometheus that counts them.");
        }

        var label = all.Select(program => program.Flag("--receive.tenant-label-name")).FirstOrDefault() ?? "tenant_id";
        foreach (var compactor in site.Programs.Where(program => program.IsThanos("compact") && Share.Of(program) is { Modulus: > 1 } share && all.Count > 0 && share.Labels != label))
            yield return (compactor.Pods.Owner.ToString(), $"its share is by '{Share.Of(compactor)!.Labels}', and '{label}' tells streams of blocks apart.");
    }
}
