using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Routes and Ingresses lead to a port of a Service, and what passes TLS through has a certificate for its host behind it.</summary>
sealed class Exposures : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var (route, service, port) in site.Resources.SelectMany(Backends))
            if (site.Services.FirstOrDefault(one => one.Name == service && one.Namespace == route.Namespace) is not { } found)
                yield return (route.ToString(), $"Service '{service}' is not there.");
            else if (found.Port(port) is null)
                yield return (route.ToString(), $"Service '{service}' has no port '{port}'.");
            else
                foreach (var host in Passthrough(route))
                    foreach (var certificate in Certificates(site, found).Where(certificate => !certificate.Spec["dnsNames"].Texts.Any(name => name == host || name.StartsWith("*.", StringComparison.Ordinal) && host[host.IndexOf('.', StringComparison.Ordinal)..] == name[1..])))
                        yield return (route.ToString(), $"{certificate} behind it is not for '{host}'.");

        foreach (var twice in site.OfKind("Route", "route.openshift.io").GroupBy(route => (route.Spec["host"].Text, route.Spec["path"].Text)).Where(same => same.Key.Item1 is not null && same.Skip(1).Any()))
            yield return (twice.First().ToString(), $"host '{twice.Key.Item1}' has two Routes.");
        foreach (var controller in site.OfKind("IngressController", "operator.openshift.io"))
            if (!site.OfKind("Route", "route.openshift.io").Any(route => Selector.Fits(controller.Spec["routeSelector"], route.Labels) && route.Spec["host"].Text?.EndsWith($".{controller.Spec["domain"].Text}", StringComparison.Ordinal) == true))
                yield return (controller.ToString(), "no Route of its domain is chosen by it.");
    }

    static IEnumerable<(Resource, string, string)> Backends(Resource route) => route switch
    {
        { Kind: "Route", Group: "route.openshift.io" } => [(route, route.Spec.At("to", "name").Text ?? "", route.Spec.At("port", "targetPort").Text ?? "")],
        { Kind: "Ingress", Group: "networking.k8s.io" } =>
            from rule in route.Spec["rules"].Items
            from path in rule.At("http", "paths").Items
            let service = path.At("backend", "service")
            select (route, service["name"].Text ?? "", service.At("port", "name").Text ?? service.At("port", "number").Text ?? ""),
        { Group: "gateway.networking.k8s.io" } =>
            from rule in route.Spec["rules"].Items
            from backend in rule["backendRefs"].Items
            select (route, backend["name"].Text ?? "", backend["port"].Text ?? ""),
        _ => [],
    };

    internal static IEnumerable<string> Passthrough(Resource route) => route switch
    {
        { Kind: "Route" } when route.Spec.At("tls", "termination").Text == "passthrough" => [route.Spec["host"].Text ?? ""],
        { Kind: "TLSRoute" } => route.Spec["hostnames"].Texts,
        _ => [],
    };

    static IEnumerable<Resource> Certificates(Site site, ServiceView service) =>
        (from pods in site.Pods
         where service.Leads(pods)
         from volume in pods.Spec["volumes"].Items
         // The whole Secret is mounted by who serves with it, a single authority of it by who checks clients.
         where volume.At("secret", "secretName").Exists && volume.At("secret", "items").Items.Count == 0
         from certificate in site.OfKind("Certificate", "cert-manager.io")
         where certificate.Namespace == pods.Namespace && certificate.Spec["secretName"].Text == volume.At("secret", "secretName").Text && certificate.Spec["dnsNames"].Exists
         select certificate).Distinct();
}
