using System.Globalization;
using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Network policies are for pods that are there, and let through every connection that configuration and arguments ask for.</summary>
sealed class NetworkFlows : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var policies = site.OfKind("NetworkPolicy", "networking.k8s.io").ToList();
        if (policies is [])
            yield break;

        foreach (var policy in policies.Where(policy => !site.Pods.Any(pods => pods.Namespace == policy.Namespace && Selector.Fits(policy.Spec["podSelector"], pods.Labels))))
            yield return (policy.ToString(), "it fits no pods.");
        foreach (var (policy, selector) in from policy in policies
                                           from rule in policy.Spec["ingress"].Items.Concat(policy.Spec["egress"].Items)
                                           from peer in rule["from"].Items.Concat(rule["to"].Items)
                                           where peer["podSelector"].Exists && !peer["namespaceSelector"].Exists
                                           select (policy, peer["podSelector"]))
            if (!site.Pods.Any(pods => pods.Namespace == policy.Namespace && Selector.Fits(selector, pods.Labels)))
                yield return (policy.ToString(), $"it admits pods that are not there: {selector}.");

        var rules = new NetworkRules(site);
        foreach (var (from, to, port, protocol) in Needed(site).Distinct())
            if (rules.Refuses(from, to, port, protocol) is { } problem)
                yield return ((to.Pods ?? from.Pods)!.Owner.ToString(), problem);
    }

    static IEnumerable<(NetworkParty From, NetworkParty To, int Port, string Protocol)> Needed(Site site)
    {
        foreach (var pods in site.Pods)
            foreach (var protocol in (string[])["UDP", "TCP"])
                // A policy sees the port of the pod: 53 as a rule, 5353 in OpenShift.
                yield return (NetworkParty.Of(pods), NetworkParty.Outside("DNS"), site.Platform.IsOpenShift ? 5353 : 53, protocol);

        foreach (var program in site.Programs)
        {
            var from = NetworkParty.Of(program.Pods);
            foreach (var address in Called(site, program))
                foreach (var (to, port) in Ends(site, address))
                    yield return (from, to, port, "TCP");
        }

        foreach (var flow in OfInstances(site).Concat(OfExposures(site)).Concat(OfPlatform(site)))
            yield return flow;
    }

    /// <summary>What a program calls, by its arguments and the files that they name.</summary>
    static IEnumerable<Address> Called(Site site, Program program)
    {
        if (program.IsThanos("receive"))
            foreach (var node in Hashring.Of(program.TreeOf("--receive.hashrings-file")).SelectMany(ring => ring.Endpoints).Where(node => !program.Pods.Names.Contains(node.Pod)))
                yield return new("", $"{node.Service}.{node.Namespace}.svc", node.Port.ToString(CultureInfo.InvariantCulture));
        if (program.TreeOf("--receive.limits-config-file").At("write", "global", "meta_monitoring_url").Text is { } counted)
            yield return Address.Parse(counted);
        foreach (var endpoint in program.TreeOf("--endpoint.sd-config-file")["endpoints"].Items)
            yield return Address.Parse(endpoint["address"].Text ?? "");
        if (program.Flag("--query-frontend.downstream-url") is { } downstream)
            yield return Address.Parse(downstream);
        foreach (var address in program.All("--query").Select(Address.Parse).Concat(program.Alertmanagers))
            yield return address;
        foreach (var flag in (string[])["--index-cache.config-file", "--store.caching-bucket.config-file", "--query-range.response-cache-config-file", "--labels.response-cache-config-file"])
            foreach (var address in program.TreeOf(flag).At("config", "addresses").Texts)
                yield return Address.Parse(address);
        if (Storage(program.TreeOf("--objstore.config-file")) is { } storage)
            yield return storage;
        if ((program.Container["image"].Text ?? "").Contains("grafana", StringComparison.Ordinal))
            foreach (var address in OfGrafana(program))
                yield return address;
    }

    static IEnumerable<Address> OfGrafana(Program program)
    {
        foreach (var (_, text) in program.Container["volumeMounts"].Items.SelectMany(mount => program.FilesOf(mount["name"].Text ?? "")).Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)))
            foreach (var url in YamlText.Read(text).SelectMany(document => document["datasources"].Items).Select(source => source["url"].Text).OfType<string>())
                yield return Address.Parse(url);

        // The host of [database] in grafana.ini.
        foreach (var (_, text) in program.Container["volumeMounts"].Items.SelectMany(mount => program.FilesOf(mount["name"].Text ?? "")).Where(file => file.Key.EndsWith(".ini", StringComparison.Ordinal)))
            foreach (var line in text.Split('\n').SkipWhile(line => line != "[database]").Skip(1).TakeWhile(line => !line.StartsWith('[')).Where(line => line.StartsWith("host", StringComparison.Ordinal)))
                yield return Address.Parse(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim());
    }

    static Address? Storage(Node file)
    {
        var endpoint = file.At("config", "endpoint").Text;
        return file["type"].Text switch
        {
            null or "FILESYSTEM" => null,
            "S3" when endpoint is not null && !endpoint.Contains("$(", StringComparison.Ordinal) && endpoint.Contains(':', StringComparison.Ordinal) => Address.Parse(endpoint),
            "S3" when endpoint?.Contains("$(", StringComparison.Ordinal) == false => new("", endpoint, file.At("config", "insecure").IsTrue ? "80" : "443"),
            _ => new("", "object-storage", "443"),
        };
    }

    // Where an address leads: to pods of this cluster, or away.
    static IEnumerable<(NetworkParty To, int Port)> Ends(Site site, Address address)
    {
        if (site.ServiceAt(address.Host) is not { } service)
            return [(NetworkParty.Outside(address.Host), NetworkRules.NumberOf(address))];
        return from port in service.Ports
               where port == address.PortOf(service)
               from pods in site.Pods
               where service.Leads(pods)
               select (NetworkParty.Of(pods), pods.Port(port.Target)?.Number ?? 0);
    }

    // What the operator has its instances do.
    static IEnumerable<(NetworkParty, NetworkParty, int, string)> OfInstances(Site site)
    {
        foreach (var pods in site.Pods)
        {
            var self = NetworkParty.Of(pods);
            if (pods.Owner.Kind == "Alertmanager" && pods.Replicas > 1)
                foreach (var protocol in (string[])["TCP", "UDP"])
                    yield return (self, self, 9094, protocol);
            if (pods.Owner.Kind is "Prometheus" or "PrometheusAgent")
            {
                yield return (self, NetworkParty.Outside("the API server"), 6443, "TCP");
                foreach (var scrape in Scraped(site, monitor => Selection.Takes(site, pods.Owner, monitor)))
                    yield return (self, NetworkParty.Of(scrape.Pods), scrape.Port.Number, scrape.Port.Protocol);
                foreach (var one in pods.Owner.Spec.At("alerting", "alertmanagers").Items)
                    foreach (var (to, port) in Ends(site, new("", $"{one["name"].Text}.{one["namespace"].Text ?? pods.Namespace}.svc", one["port"].Text ?? "")))
                        yield return (self, to, port, "TCP");
            }
        }

        foreach (var email in site.OfKind("AlertmanagerConfig").SelectMany(made => made.Tree.All()).Where(place => place.Path.EndsWith("smarthost", StringComparison.Ordinal)))
            foreach (var pods in site.Pods.Where(pods => pods.Owner.Kind == "Alertmanager"))
                yield return (NetworkParty.Of(pods), NetworkParty.Outside("the mail server"), NetworkRules.NumberOf(Address.Parse(email.Node.Text ?? "")), "TCP");
    }

    // The platform's monitoring of user workloads, where it is what takes our monitors.
    static IEnumerable<(NetworkParty, NetworkParty, int, string)> OfPlatform(Site site)
    {
        if (!site.Platform.IsOpenShift)
            yield break;
        foreach (var scrape in Scraped(site, monitor => monitor.Group == "monitoring.coreos.com" && Selection.OfPlatform(site, monitor).Any()))
            yield return (NetworkParty.OfNamespace("the monitoring of user workloads", site.NamespaceLabels("openshift-user-workload-monitoring")), NetworkParty.Of(scrape.Pods), scrape.Port.Number, scrape.Port.Protocol);
    }

    static IEnumerable<Scrape> Scraped(Site site, Func<Resource, bool> taken) => Scrapes.Monitors(site).Where(taken).SelectMany(monitor => Scrapes.Endpoints(monitor).SelectMany(endpoint => Scrapes.Of(site, monitor, endpoint)));

    static IEnumerable<(NetworkParty, NetworkParty, int, string)> OfExposures(Site site)
    {
        // Routers of OpenShift are pods in a namespace, or share their nodes' network.
        NetworkParty[] routers =
        [
            NetworkParty.OfNamespace("the routers", new Dictionary<string, string> { ["policy-group.network.openshift.io/ingress"] = "" }),
            NetworkParty.OfNamespace("the routers of the host network", new Dictionary<string, string> { ["policy-group.network.openshift.io/host-network"] = "" }),
        ];
        foreach (var route in site.OfKind("Route", "route.openshift.io"))
            foreach (var (to, port) in Ends(site, new("", $"{route.Spec.At("to", "name").Text}.{route.Namespace}.svc", route.Spec.At("port", "targetPort").Text ?? "")))
                foreach (var router in routers)
                    yield return (router, to, port, "TCP");
        foreach (var service in site.Services.Where(service => service.Emitted?.Spec["type"].Text == "LoadBalancer"))
            foreach (var port in service.Ports)
                foreach (var pods in site.Pods.Where(service.Leads))
                    yield return (NetworkParty.Outside("clients"), NetworkParty.Of(pods), pods.Port(port.Target)?.Number ?? 0, port.Protocol);
        foreach (var backend in site.OfKind("TLSRoute").SelectMany(route => route.Spec["rules"].Items.SelectMany(rule => rule["backendRefs"].Items.Select(one => (route, one)))))
            foreach (var (to, port) in Ends(site, new("", $"{backend.one["name"].Text}.{backend.route.Namespace}.svc", backend.one["port"].Text ?? "")))
                yield return (NetworkParty.OfNamespace("the gateway", site.NamespaceLabels(backend.route.Spec["parentRefs"].Items is [var parent, ..] && parent["namespace"].Text is { } home ? home : backend.route.Namespace)), to, port, "TCP");
        foreach (var ingress in site.OfKind("Ingress", "networking.k8s.io"))
            foreach (var service in ingress.Spec["rules"].Items.SelectMany(rule => rule.At("http", "paths").Items).Select(path => path.At("backend", "service")))
                foreach (var (to, port) in Ends(site, new("", $"{service["name"].Text}.{ingress.Namespace}.svc", service.At("port", "name").Text ?? service.At("port", "number").Text ?? "")))
                    yield return (NetworkParty.OfNamespace("the ingress controller", new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = "ingress" }), to, port, "TCP");
    }
}
