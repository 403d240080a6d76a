using Belvedere.Knowledge;
using Belvedere.Knowledge.Products;

namespace Belvedere.Tests.Knowledge;

public sealed class ProductKnowledgeTests
{
    [TestCase("receive", "--receive.replication-protocol", "0.42.4", nameof(FlagState.Available))]
    [TestCase("receive", "--receive.hashrings-algorithm", "0.31.0", nameof(FlagState.Available))]
    [TestCase("receive", "--shipper.ignore-unequal-block-size", "0.41.0", nameof(FlagState.Available))]
    [TestCase("receive", "--shipper.ignore-unequal-block-size", "0.42.0", nameof(FlagState.Removed))]
    [TestCase("receive", "--shipper.ignore-unequal-block-size", "0.42.0-rc.0", nameof(FlagState.Removed))]
    [TestCase("receive", "--grpc-server-tls-curves", "0.41.0", nameof(FlagState.NotYet))]
    [TestCase("receive", "--writer.intern", "0.42.4", nameof(FlagState.Deprecated))]
    [TestCase("receive", "--writer.intern", "0.43.0", nameof(FlagState.Removed))]
    [TestCase("query", "--store", "0.37.2", nameof(FlagState.Deprecated))]
    [TestCase("query", "--store", "0.38.0", nameof(FlagState.Removed))]
    [TestCase("query", "--endpoint", "0.37.2", nameof(FlagState.Available))]
    [TestCase("query", "--endpoint", "0.42.4", nameof(FlagState.Deprecated))]
    [TestCase("query", "--no-query.partial-response", "0.42.4", nameof(FlagState.Available))]
    [TestCase("query", "--no-query.timeout", "0.42.4", nameof(FlagState.Unknown))]
    [TestCase("store", "--debug.advertise-compatibility-label", "0.42.0", nameof(FlagState.Removed))]
    [TestCase("store", "--tsdb.path", "0.42.4", nameof(FlagState.Unknown))]
    [TestCase("nothing", "--http-address", "0.42.4", nameof(FlagState.Unknown))]
    [TestCase("rule", "--rule-query-offset", "0.37.2", nameof(FlagState.NotYet))]
    [TestCase("compact", "--retention.resolution-raw", "99.0.0", nameof(FlagState.Available))]
    [TestCase("compact", "--retention.resolution-raw", "0.28.0", nameof(FlagState.Available))]
    public void Flag_is_there_by_release(string component, string flag, string version, string state) =>
        Assert.That(ThanosFlags.Of(component, flag).In(Version(version)).State.ToString(), Is.EqualTo(state));

    [Test]
    public void Removed_flag_names_its_successor() =>
        Assert.That(ThanosFlags.Of("query", "--store").In(Version("0.42.4")).Form!.Successor, Is.EqualTo("--endpoint.sd-config"));

    [TestCase("0.33.0", "3m")]
    [TestCase("0.34.0", "15m")]
    public void Default_follows_the_release(string version, string expected) =>
        Assert.That(ThanosFlags.Of("store", "--sync-block-duration").In(Version(version)).Form!.Default, Is.EqualTo(expected));

    [Test]
    public void Every_successor_is_a_flag_of_the_same_component() => Assert.That(
        ThanosFlags.All.Values.SelectMany(forms => forms).Where(flag => flag.Successor is { } successor && ThanosFlags.Of(flag.Component, successor).Forms.Count == 0).Select(flag => flag.Name),
        Is.Empty);

    [Test]
    public void Every_removed_flag_says_why_in_its_source() => Assert.That(
        ThanosFlags.All.Values.Select(forms => forms[^1]).Where(flag => flag.Releases.Removed is not null && !flag.Source.Contains('#')).Select(flag => flag.Name),
        Is.Empty);

    [Test]
    public void Every_default_of_an_enumeration_is_one_of_its_values() => Assert.That(
        ThanosFlags.All.Values.SelectMany(forms => forms).Where(flag => flag is { Values.Count: > 0, Default: { } value } && !flag.Values.Contains(value)).Select(flag => flag.Name),
        Is.Empty);

    [Test]
    public void Every_switch_has_a_default_to_be_turned_from() => Assert.That(
        ThanosFlags.All.Values.SelectMany(forms => forms).Where(flag => flag.Type == "switch" && flag.Default is not ("true" or "false")).Select(flag => flag.Name),
        Is.Empty);

    [Test]
    public void Content_and_file_flags_come_in_pairs()
    {
        var lonely = ThanosFlags.All.Values.Select(forms => forms[^1])
            .Where(flag => flag.Type == "content" && flag.Name is not "--receive.grpc-service-config")
            .Where(flag => ThanosFlags.Of(flag.Component, flag.Name + "-file").Forms.Count == 0);
        Assert.That(lonely.Select(flag => flag.Component + " " + flag.Name), Is.Empty);
    }

    [Test]
    public void Default_version_of_Thanos_has_no_known_fault()
    {
        var version = DefaultVersions.Of(Defaults.V1, "thanos").Version;
        Assert.That(FaultyReleases.All.Where(fault => fault.Releases.Contains(version)), Is.Empty);
    }

    [Test]
    public void Image_of_a_default_version_carries_that_version() => Assert.Multiple(() =>
    {
        foreach (var product in (string[])["thanos", "prometheus", "prometheus-operator", "alertmanager", "grafana", "memcached", "memcached-exporter", "kube-state-metrics", "node-exporter"])
        {
            var row = DefaultVersions.Of(Defaults.V1, product);
            Assert.That(row.Image, Does.Match(@":v?" + row.Version.ToString().Replace(".", @"\.") + "(-|$)"));
        }
    });

    [TestCase("query-frontend", "0.39.0", 1)]
    [TestCase("query-frontend", "0.39.1", 0)]
    [TestCase("receive", "0.42.0", 2)]
    [TestCase("receive", "0.42.2", 1)]
    [TestCase("receive", "0.42.3", 0)]
    public void Faults_are_told_by_release(string component, string version, int faults) =>
        Assert.That(FaultyReleases.Of("thanos", component, Version(version)).Count(), Is.EqualTo(faults));

    [Test]
    public void Settings_that_show_a_fault_are_flags_of_its_component() => Assert.That(
        FaultyReleases.All.Where(fault => fault.When is { } when && ThanosFlags.Of(fault.Component, when.Split('=')[0]).Forms.Count == 0),
        Is.Empty);

    [TestCase("thanos", "receive.remote-write-2", "0.42.4", false)]
    [TestCase("thanos", "receive.shuffle-sharding", "0.39.0", true)]
    [TestCase("prometheus", "agent.feature-flag", "2.55.1", true)]
    [TestCase("prometheus", "agent.feature-flag", "3.0.0", false)]
    public void Feature_is_there_by_release(string product, string feature, string version, bool there) =>
        Assert.That(Features.Has(product, feature, Version(version)), Is.EqualTo(there));

    [Test]
    public void Feature_that_the_tables_do_not_know_is_a_mistake_of_ours() =>
        Assert.That(() => Features.Has("thanos", "receive.flying", default), Throws.ArgumentException);

    [TestCase("Prometheus", "spec.remoteWrite[].roundRobinDNS", "prometheus", "3.1.0")]
    [TestCase("Prometheus", "spec.remoteWrite[].messageVersion", "prometheus", "2.54.0")]
    [TestCase("ThanosRuler", "spec.remoteWrite[].messageVersion", "thanos", "0.37.0")]
    [TestCase("ServiceMonitor", "spec.endpoints[].noProxy", "prometheus", "2.43.0")]
    [TestCase("PrometheusAgent", "spec.remoteWrite[].tlsConfig.maxVersion", "prometheus", "2.41.0")]
    [TestCase("Prometheus", "spec.replicas", "prometheus", null)]
    public void Field_needs_a_release(string kind, string field, string product, string? version) =>
        Assert.That(FieldRequirements.Of(kind, field, product)?.ToString(), Is.EqualTo(version));

    [Test]
    public void Remote_write_field_has_the_default_of_the_release()
    {
        Assert.That(RemoteWriteFields.In(Version("3.14.0"), "queue_config.max_shards")!.Default, Is.EqualTo("50"));
        Assert.That(RemoteWriteFields.In(Version("2.42.0"), "queue_config.sample_age_limit"), Is.Null);
        Assert.That(RemoteWriteFields.In(Version("3.14.0"), "queue_config.speed"), Is.Null);
    }

    [Test]
    public void Integration_is_found_by_its_key()
    {
        Assert.That(Integrations.ByConfigurationKey("jira_configs")!.Releases.Contains(Version("0.27.0")), Is.False);
        Assert.That(Integrations.ByConfigurationKey("pigeon_configs"), Is.Null);
    }

    [Test]
    public void Limits_are_found_by_name()
    {
        Assert.That(Limits.Of("advanced-cluster-management.subscription-name").Maximum, Is.EqualTo(37));
        Assert.That(() => Limits.Of("kubernetes.patience"), Throws.ArgumentException);
    }

    // The first is in a dashboard that kube-prometheus ships; Grafana prints it as a suffix.
    [TestCase("rds", false)]
    [TestCase("percentunit", true)]
    [TestCase("µs", true)]
    [TestCase("suffix:pods", true)]
    [TestCase("suffix:", false)]
    [TestCase("", false)]
    public void Unit_is_known(string unit, bool known) => Assert.That(GrafanaUnits.IsKnown(unit), Is.EqualTo(known));

    static SemanticVersion Version(string text)
    {
        Assert.That(SemanticVersion.TryParse(text, out var version), Is.True, text);
        return version;
    }
}
