namespace Belvedere.Verifier.Sites;

/// <summary>What kind of place objects go to.</summary>
enum SiteKind
{
    /// <summary>A hub.</summary>
    Hub = 1,

    /// <summary>A managed cluster with an overlay of its own.</summary>
    Cluster,

    /// <summary>Every managed cluster that an add-on's template or a subscription reaches.</summary>
    Group,
}

/// <summary>A cluster, or clusters that all get the same, with all that they get.</summary>
sealed class Site
{
    public Site(string name, SiteKind kind, PlatformLine platform, IReadOnlyList<Resource> resources)
    {
        (Name, Kind, Platform, Resources) = (name, kind, platform, resources);
        byId = resources.ToLookup(made => made.Id);
        pods = new(() => [.. Resources.Select(PodSet.Of).OfType<PodSet>()]);
        services = new(() =>
        [
            .. Resources.Where(made => made.Is("Service", "")).Select(ServiceView.Of),
            .. Pods.Select(ServiceView.MadeFor).OfType<ServiceView>().DistinctBy(service => (service.Namespace, service.Name)),
        ]);
        configMaps = new(() => [.. Resources.SelectMany(KeyedObjects.ConfigMaps)]);
        secrets = new(() => [.. Resources.SelectMany(KeyedObjects.Secrets), .. Extra]);
        programs = new(() => [.. Program.Of(this)]);
    }

    readonly ILookup<string, Resource> byId;
    readonly Lazy<IReadOnlyList<PodSet>> pods;
    readonly Lazy<IReadOnlyList<ServiceView>> services;
    readonly Lazy<IReadOnlyList<KeyedObject>> configMaps;
    readonly Lazy<IReadOnlyList<KeyedObject>> secrets;
    readonly Lazy<IReadOnlyList<Program>> programs;

    public string Name { get; }

    public SiteKind Kind { get; }

    public PlatformLine Platform { get; }

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>What the cluster's delivery is told of it: <c>cluster.json</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of what is on the cluster by other hands; null where that is not known.</summary>
    public Func<string, bool>? Outside { get; set; }

    /// <summary>Secrets that the delivery itself makes.</summary>
    public IReadOnlyList<KeyedObject> Extra { get; init; } = [];

    public IReadOnlyList<PodSet> Pods => pods.Value;

    public IReadOnlyList<ServiceView> Services => services.Value;

    public IReadOnlyList<KeyedObject> ConfigMaps => configMaps.Value;

    public IReadOnlyList<KeyedObject> Secrets => secrets.Value;

    /// <summary>What runs, with its arguments.</summary>
    public IReadOnlyList<Program> Programs => programs.Value;

    public IEnumerable<Resource> OfKind(string kind, params string[] groups) => Resources.Where(made => made.Kind == kind && (groups.Length == 0 || groups.Contains(made.Group)));

    public Resource? Find(string group, string kind, string @namespace, string name) =>
        byId[@namespace.Length == 0 ? $"{group}/{kind} {name}" : $"{group}/{kind} {@namespace}/{name}"].FirstOrDefault();

    /// <summary>A Service by the host part of an address: <c>name.namespace.svc</c>, with or without the cluster's domain.</summary>
    public ServiceView? ServiceAt(string host)
    {
        var parts = host.Split('.');
        return parts.Length < 3 || parts[2] != "svc" ? null : Services.FirstOrDefault(service => service.Name == parts[0] && service.Namespace == parts[1]);
    }

    /// <summary>Labels that a namespace has: its own, and those that the platform gives it.</summary>
    public IReadOnlyDictionary<string, string> NamespaceLabels(string name)
    {
        var labels = new Dictionary<string, string>(Find("", "Namespace", "", name)?.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { ["kubernetes.io/metadata.name"] = name };
        if (Platform.IsOpenShift && name is "openshift-monitoring" or "openshift-user-workload-monitoring")
            (labels["openshift.io/cluster-monitoring"], labels["network.openshift.io/policy-group"]) = ("true", "monitoring");
        return labels;
    }
}
