using Belvedere.Binding;
using Belvedere.Knowledge.Platforms;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Rules;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>Reading the platform's Prometheus from one of ours (<c>/federate</c>).</summary>
static class FederationLowering
{
    // The whole list is one URL, and an answer of more than some 20,000 series is slow to make.
    const int NamesOfOneScrape = 100;

    // The platform's replicas tell themselves apart by these; kept, each change of the replica that answers would make new series.
    // The cluster's own name is ours to give.
    const string IdentityOfOthers = "prometheus|prometheus_replica|" + ClusterBinding.IdentityLabel;

    /// <summary>The host and port of the platform's Prometheus.</summary>
    public const string PlatformEndpoint = "prometheus-k8s.openshift-monitoring.svc:9091";

    /// <summary>The host and port of the Prometheus of user workloads.</summary>
    public const string UserWorkloadEndpoint = "prometheus-user-workload.openshift-user-workload-monitoring.svc:9092";

    /// <summary>The scrapes, each for some of the names.</summary>
    /// <param name="collector">The collector.</param>
    /// <param name="authenticated">A scrape with what lets it in.</param>
    public static IEnumerable<Kubernetes.Rhobs.ScrapeConfig> Lower(Collector collector, Func<ScrapeConfigSpec, ScrapeConfigSpec> authenticated)
    {
        var names = NamesOf(collector);
        foreach (var (endpoint, name) in Endpoints(collector))
        {
            var number = 0;
            foreach (var some in names.Chunk(NamesOfOneScrape))
            {
                number++;
                var full = number == 1 ? name : FormattableString.Invariant($"{name}-{number}");
                yield return new Kubernetes.Rhobs.ScrapeConfig { Metadata = Metadata(collector, full), Spec = authenticated(Scrape(collector, endpoint, full, some)) };
            }
        }
    }

    /// <summary>
    /// The metrics that are read: what is shipped, without what our own rules write, and what those rules read. Names with
    /// <c>*</c> for any characters, in order.
    /// </summary>
    public static IReadOnlyList<string> NamesOf(Collector collector)
    {
        var rules = collector.Base.Collector.EvaluatesRules() ? collector.Rules.ToList() : [];
        var written = RuleReading.Written(rules).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> shipped = collector.Profile.Ship is ShipMetrics { Names: var names } ? names : ["*"];
        return
        [
            .. shipped.Concat(rules.SelectMany(RuleReading.Read))
                // Prometheus makes this one itself, from the alerts that it evaluates.
                .Where(name => !written.Contains(name) && name != "ALERTS")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What lets the collector read: the smallest roles that the platform's release knows for it.</summary>
    public static IEnumerable<KubernetesObject> Access(Collector collector, string program) =>
        from role in Endpoints(collector).Select(entry => RoleOf(collector, entry.Endpoint)).Distinct()
        select Binding(collector, program, role);

    static IEnumerable<(string Endpoint, string Name)> Endpoints(Collector collector)
    {
        yield return (PlatformEndpoint, "platform");
        if (collector.Profile.OpenShift is BoundObservabilityOperator { UserWorkloads: true })
            yield return (UserWorkloadEndpoint, "user-workload");
    }

    static string RoleOf(Collector collector, string endpoint) => collector.Platform.ReadAccessTo(endpoint)!.Role;

    // 'ClusterRole/name', or 'namespace/Role/name'.
    static KubernetesObject Binding(Collector collector, string program, string role)
    {
        var parts = role.Split('/');
        var reference = new RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = parts[^2], Name = parts[^1] };
        Subject[] subjects = [new() { Kind = "ServiceAccount", Name = collector.Name, Namespace = collector.Namespace }];
        return parts.Length == 2
            ? new ClusterRoleBinding { Metadata = collector.ClusterMetadata(program), RoleRef = reference, Subjects = subjects }
            : new RoleBinding { Metadata = collector.Metadata(program, parts[0], collector.ClusterName), RoleRef = reference, Subjects = subjects };
    }

    static ObjectMeta Metadata(Collector collector, string name)
    {
        var metadata = collector.Metadata("prometheus", name: name);
        return metadata with { Labels = metadata.Labels!.With(Collector.CollectorLabel, collector.Name) };
    }

    static ScrapeConfigSpec Scrape(Collector collector, string endpoint, string name, string[] names) => new()
    {
        JobName = $"federate-{name}",
        MetricsPath = "/federate",
        Scheme = "HTTPS",
        // The series keep the labels and the times that the platform gave them.
        HonorLabels = true,
        HonorTimestamps = true,
        ScrapeInterval = collector.Profile.FederationInterval.ToString(),
        Params = new() { ["match[]"] = [$"{{__name__=~\"{RemoteWriteLowering.NamePattern(names)}\"}}"] },
        MetricRelabelings = [RemoteWriteLowering.Lower(Relabeling.DropLabels(IdentityOfOthers))],
        StaticConfigs = [new() { Targets = [endpoint] }],
    };
}
