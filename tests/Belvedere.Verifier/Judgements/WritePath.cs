using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>What clusters write to is what a hub exposes and has a certificate for, by TLS, in requests that the hub does not refuse.</summary>
sealed class WritePath : Judgement
{
    public override IEnumerable<Finding> Judge(Estate estate)
    {
        var routers = estate.Hubs.SelectMany(hub => hub.Programs.Where(program => program.IsThanos("receive") && program.Has("--remote-write.server-tls-cert")).Select(program => (Hub: hub, Program: program))).ToList();
        var hosts = All(estate.Hubs.Select(hub => routers.Where(router => router.Hub == hub).SelectMany(router => Hosts(hub, router.Program))));
        var certified = All(estate.Hubs.Select(hub => routers.Where(router => router.Hub == hub).SelectMany(router => Certified(hub, router.Program))));
        // The smallest limit of samples in a request of any tenant.
        var samples = routers.SelectMany(router => router.Program.TreeOf("--receive.limits-config-file").All()).Where(place => place.Path.EndsWith("samples_limit", StringComparison.Ordinal)).Select(place => place.Node.Number).OfType<int>().DefaultIfEmpty(int.MaxValue).Min();

        foreach (var site in estate.Sites)
            foreach (var writer in Writer.Of(site))
                foreach (var problem in Judge(writer, hosts, certified, samples))
                    yield return new(Name, site.Name, writer.Object.ToString(), problem);
    }

    // Names are compared where those of every hub are known: those of a load balancer, or of a hub without Receive, are not.
    static HashSet<string> All(IEnumerable<IEnumerable<string>> ofHubs)
    {
        var names = ofHubs.Select(one => one.ToList()).ToList();
        return names.Any(one => one.Count == 0) ? [] : [.. names.SelectMany(one => one)];
    }

    static IEnumerable<string> Judge(Writer writer, HashSet<string> hosts, HashSet<string> certified, int samples)
    {
        var url = writer.Entry["url"].Text ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != "https" || parsed.AbsolutePath != "/api/v1/receive")
            yield return $"'{url}' is no way to Receive by TLS.";
        else if (hosts.Count > 0 && !hosts.Contains(parsed.Host))
            yield return $"it writes to '{parsed.Host}', and the hub is exposed as {string.Join(", ", hosts)}.";
        else if (certified.Count > 0 && !certified.Contains(parsed.Host))
            yield return $"it writes to '{parsed.Host}', and the hub's certificate is for {string.Join(", ", certified)}.";

        var tls = writer.Entry["tlsConfig"];
        if (tls["cert"].Exists != tls["keySecret"].Exists || tls["insecureSkipVerify"].IsTrue)
            yield return "it shows half a certificate, or trusts whoever answers.";
        var queue = writer.Entry["queueConfig"];
        if (queue["capacity"].Number < queue["maxSamplesPerSend"].Number)
            yield return "its queue holds less than one request.";
        if (queue["maxSamplesPerSend"].Number > samples)
            yield return $"its requests hold {queue["maxSamplesPerSend"].Number} samples, and the hub refuses more than {samples}.";
    }

    static IEnumerable<string> Hosts(Site hub, Program router) =>
        from route in hub.Resources
        where route.Kind is "Route" or "TLSRoute"
        let service = hub.Services.FirstOrDefault(one => one.Namespace == route.Namespace && one.Name == (route.Spec.At("to", "name").Text ?? route.Spec["rules"].Items.SelectMany(rule => rule["backendRefs"].Items).FirstOrDefault()?["name"].Text))
        where service is not null && service.Leads(router.Pods) && service.Ports.Any(port => router.Pods.Port(port.Target)?.Number == 19291)
        from host in Exposures.Passthrough(route)
        select host;

    static IEnumerable<string> Certified(Site hub, Program router) =>
        from mount in router.Container["volumeMounts"].Items
        where router.Flag("--remote-write.server-tls-cert")!.StartsWith($"{mount["mountPath"].Text}/", StringComparison.Ordinal)
        from volume in router.Pods.Spec["volumes"].Items
        where volume["name"].Text == mount["name"].Text
        from certificate in hub.OfKind("Certificate", "cert-manager.io")
        where certificate.Spec["secretName"].Text == volume.At("secret", "secretName").Text && certificate.Namespace == router.Pods.Namespace
        from name in certificate.Spec["dnsNames"].Texts
        select name;
}
