using Belvedere.Verifier.Rendering;

namespace Belvedere.Verifier.Sites;

/// <summary>A repository with what each cluster gets of it.</summary>
sealed class Estate
{
    Estate(Repository repository, Kustomizations kustomizations, IReadOnlyList<Site> sites) => (Repository, Kustomizations, Sites) = (repository, kustomizations, sites);

    public Repository Repository { get; }

    public Kustomizations Kustomizations { get; }

    public IReadOnlyList<Site> Sites { get; }

    public IEnumerable<Site> Hubs => Sites.Where(site => site.Kind == SiteKind.Hub);

    public static Estate Of(Repository repository, Func<string, bool>? outside = null)
    {
        var kustomizations = new Kustomizations(repository);
        var hubs = kustomizations.Folders.Where(folder => HubOf(folder) is not null).GroupBy(folder => HubOf(folder)!).Select(folders => Hub(folders.Key, [.. folders.SelectMany(folder => kustomizations.Render(folder).Resources)])).ToList();
        List<Site> sites =
        [
            .. hubs,
            .. repository.Files.Keys.Where(path => path.StartsWith("clusters/", StringComparison.Ordinal) && path.EndsWith("/cluster.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(path => Cluster(repository, kustomizations, path)),
            .. hubs.SelectMany(AddOns),
            .. hubs.SelectMany(hub => Subscriptions(kustomizations, hub)),
        ];
        foreach (var site in sites)
            site.Outside = outside;
        return new(repository, kustomizations, sites);
    }

    static string? HubOf(string folder) => folder.Split('/') switch
    {
        ["hub", ..] => "hub",
        ["hubs", var name, ..] => $"hubs/{name}",
        _ => null,
    };

    // Nothing says what a hub runs on. Where pods may have fixed users, and nothing is of OpenShift, it is Kubernetes.
    static Site Hub(string name, IReadOnlyList<Resource> resources)
    {
        var isOpenShift = resources.Any(made => made.Group is "route.openshift.io" or "operator.openshift.io" or "monitoring.rhobs" && made.Kind != "ScrapeConfig" || made.Namespace == "openshift-gitops")
            || resources.Where(made => made.Group == "apps").Any(made => !made.Spec.At("template", "spec", "securityContext", "fsGroup").Exists);
        return new(name, SiteKind.Hub, new(isOpenShift, false, PlatformLine.Unknown), resources);
    }

    static Site Cluster(Repository repository, Kustomizations kustomizations, string path)
    {
        var parameters = repository.Documents.Of(repository.Files[path])[0].Strings;
        return new(parameters.GetValueOrDefault("cluster", path), SiteKind.Cluster, PlatformLine.Parse(parameters.GetValueOrDefault("platform")), kustomizations.Render(path[..path.LastIndexOf('/')]).Resources)
        {
            Parameters = parameters,
        };
    }

    static IEnumerable<Site> AddOns(Site hub)
    {
        foreach (var template in hub.OfKind("AddOnTemplate"))
        {
            var unit = $"add-on template {template.Name}";
            // The framework replaces what stands in braces once, a name that it does not know by nothing.
            var variables = hub.OfKind("AddOnDeploymentConfig").Where(made => made.Name == template.Name).SelectMany(made => made.Spec["customizedVariables"].Items).ToDictionary(one => one["name"].Text!, one => one["value"].Text!);
            variables["CLUSTER_NAME"] = "any-cluster";
            var resources = template.Spec.At("agentSpec", "workload", "manifests").Items.Select(tree => new Resource(tree.Select(text => Templates.Fill(text, variables)), template.File, unit)).ToList();
            var addOn = template.Spec["addonName"].Text;
            var install = hub.OfKind("AddOnDeploymentConfig").FirstOrDefault(made => made.Name == template.Name)?.Spec["agentInstallNamespace"].Text ?? "open-cluster-management-agent-addon";
            yield return new(unit, SiteKind.Group, PlatformOf(hub, template.Name), resources)
            {
                Extra = [.. template.Spec["registration"].Items.Select(one => one.At("customSigner", "signerName").Text).OfType<string>().Select(signer => new KeyedObject(install, $"{addOn}-{signer.Replace('/', '-')}-client-cert", new HashSet<string> { "tls.crt", "tls.key" }, template))],
            };
        }
    }

    static IEnumerable<Site> Subscriptions(Kustomizations kustomizations, Site hub)
    {
        foreach (var subscription in hub.OfKind("Subscription", "apps.open-cluster-management.io"))
        {
            var path = subscription.Annotations.GetValueOrDefault("apps.open-cluster-management.io/git-path", "");
            if (kustomizations.Folders.FirstOrDefault(folder => path == folder || path.EndsWith($"/{folder}", StringComparison.Ordinal)) is { } folder)
                yield return new($"subscription {subscription.Name}", SiteKind.Group, PlatformOf(hub, subscription.Spec.At("placement", "placementRef", "name").Text ?? ""), kustomizations.Render(folder).Resources);
        }
    }

    // Advanced Cluster Management writes the release of OpenShift into a label of each of its clusters.
    static PlatformLine PlatformOf(Site hub, string placement)
    {
        var expressions = hub.OfKind("Placement").Where(made => made.Name == placement).SelectMany(made => made.Spec["predicates"].Items).SelectMany(one => one.At("requiredClusterSelector", "labelSelector", "matchExpressions").Items);
        var release = expressions.FirstOrDefault(one => one["key"].Text == "openshiftVersion-major-minor");
        return PlatformLine.Parse(release?["values"].Texts.FirstOrDefault() is { } version ? $"OpenShift {version}" : null);
    }
}
