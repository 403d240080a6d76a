using System.Text.RegularExpressions;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Knowledge;
using Belvedere.Knowledge.Platforms;
using Belvedere.Knowledge.Products;
using Belvedere.Testing;

namespace Belvedere.Tests.Knowledge;

/// <summary>The tables say what the platforms' own manifests say.</summary>
public sealed partial class CorpusAgreementTests
{
    static readonly string[] OpenShiftReleases = [.. Enumerable.Range(12, 12).Select(minor => $"4.{minor}")];

    // The corpus holds the other manifests of every second release.
    static readonly string[] SampledReleases = ["4.12", "4.14", "4.16", "4.18", "4.20", "4.22"];

    static readonly string[] ObservabilityOperatorReleases = ["1.0", "1.1", "1.3", "1.4"];

    [Test]
    public void Kinds_and_fields_are_those_of_the_CRDs_of_every_OpenShift_release() => Agree(
        OpenShiftReleases.ToDictionary(release => Platform.OpenShift(release), release => Definitions(Corpus.Path("openshift", release, "crds"))));

    [Test]
    public void Kinds_and_fields_are_those_of_the_CRDs_of_the_observability_operator() => Agree(
        ObservabilityOperatorReleases.ToDictionary(
            release => Platform.OpenShift("4.18") with { ObservabilityOperator = MinorVersion.TryParse(release, out var line) ? line : null },
            release => Definitions(Corpus.Path("crds", "rhobs+observability-operator", "release-" + release))));

    [Test]
    public void Kinds_that_OpenShift_lacks_have_no_CRD_in_any_release()
    {
        var absent = PlatformKinds.Kinds.Values.SelectMany(rows => rows).Where(row => row.State == "absent").ToList();
        Assert.That(absent, Is.Not.Empty);
        foreach (var release in OpenShiftReleases)
            Assert.That(Definitions(Corpus.Path("openshift", release, "crds")).Keys.Where(key => absent.Any(row => key == (row.ApiVersion, row.Kind))), Is.Empty);
    }

    [Test]
    public void Records_and_alerts_are_those_of_the_rules_of_every_release([ValueSource(nameof(SampledReleases))] string release)
    {
        var platform = Platform.OpenShift(release);
        var rules = Directory.EnumerateFiles(Corpus.Path("openshift", release, "rules"))
            .Where(file => Path.GetFileName(file).StartsWith("assets__", StringComparison.Ordinal) || file.Contains("cluster-kube-apiserver-operator", StringComparison.Ordinal))
            .ToList();
        var records = rules.SelectMany(file => RecordName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();
        Assert.That(platform.ShippedRecords(), Is.EquivalentTo(records));

        var alerts = rules.Where(file => Path.GetFileName(file).StartsWith("assets__", StringComparison.Ordinal))
            .SelectMany(file => AlertName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();
        Assert.That(PlatformRules.Alerts.Keys.Where(platform.ShipsAlert), Is.EquivalentTo(alerts));
    }

    [Test]
    public void Operators_have_the_flags_of_their_deployments([ValueSource(nameof(SampledReleases))] string release)
    {
        foreach (var (file, @namespace) in new[]
        {
            ("assets__prometheus-operator__deployment.yaml", "openshift-monitoring"),
            ("assets__prometheus-operator-user-workload__deployment.yaml", "openshift-user-workload-monitoring"),
        })
        {
            var deployment = File.ReadAllText(Corpus.Path("openshift", release, "operands", file));
            var row = Platform.OpenShift(release).OperatorsWatching("monitoring.coreos.com/v1", "Prometheus", @namespace).Single();
            Assert.That(row.Namespace, Is.EqualTo(@namespace));
            Assert.That(row.ControllerId, Is.EqualTo(Argument(deployment, "controller-id")));
            Assert.That(row.ReconcilesIn, Is.EqualTo([Argument(deployment, "prometheus-instance-namespaces")]));
            Assert.That(row.ReconcilesIn, Is.EqualTo([Argument(deployment, "thanos-ruler-instance-namespaces")]));
            Assert.That(row.ReconcilesIn, Is.EqualTo([Argument(deployment, "alertmanager-instance-namespaces")]));
        }
    }

    [Test]
    public void Instances_select_as_their_resources_say([ValueSource(nameof(SampledReleases))] string release)
    {
        var platform = Platform.OpenShift(release);
        foreach (var (file, kind, name) in new[]
        {
            ("assets__prometheus-k8s__prometheus.yaml", "Prometheus", "k8s"),
            ("assets__prometheus-user-workload__prometheus.yaml", "Prometheus", "user-workload"),
            ("assets__thanos-ruler__thanos-ruler.yaml", "ThanosRuler", "user-workload"),
        })
        {
            var spec = (MapNode)((MapNode)YamlReader.Read(File.ReadAllText(Corpus.Path("openshift", release, "operands", file))).Documents.Single())["spec"]!;
            foreach (var (selects, field) in new[] { ("PrometheusRule", "rule"), ("ServiceMonitor", "serviceMonitor"), ("PodMonitor", "podMonitor"), ("Probe", "probe") })
            {
                if (spec[field + "NamespaceSelector"] is not { } namespaceSelector)
                    continue;
                var rows = PlatformReconcilers.Instances
                    .Where(row => row.Kind == kind && row.Name == name && row.Selects == selects && row.Releases.Contains(platform.TableVersion))
                    .ToList();
                Assert.That(rows.Select(row => row.NamespaceSelector.Text), Is.Not.Empty.And.All.EqualTo(Selector(namespaceSelector)));

                // The collection profile is put into the selector of monitors while the operator runs.
                var written = rows.Where(row => row.Requires?.StartsWith("collectionProfile", StringComparison.Ordinal) != true).Select(row => row.ObjectSelector.Text);
                Assert.That(written, Is.All.EqualTo(Selector(spec[field + "Selector"]!)), $"{name} {selects}");
            }
        }
    }

    [Test]
    public void Requirements_of_fields_are_those_that_the_CRDs_of_the_operator_state()
    {
        var disagreements = new List<string>();
        var compared = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.Path("crds", "prometheus-operator+prometheus-operator")))
        {
            var definition = (MapNode)YamlReader.Read(File.ReadAllText(file)).Documents[0];
            var kind = Text(definition.At("spec.names.kind"));
            foreach (var version in (ListNode)definition.At("spec.versions")!)
                if (kind != "AlertmanagerConfig" || Text(version.At("name")) == "v1beta1")
                    Walk((MapNode)version.At("schema.openAPIV3Schema")!, "", (field, schema) =>
                    {
                        foreach (Match match in StatedRequirement().Matches(Text((schema)["description"]).ReplaceLineEndings(" ")))
                        {
                            // Service discovery that nothing here emits is left out of the table.
                            if (field.Contains("SDConfigs", StringComparison.Ordinal))
                                continue;
                            foreach (Match product in ProductRelease().Matches(match.Value))
                            {
                                compared++;
                                var stated = VersionRange.Parse(product.Groups[2].Value);
                                var known = FieldRequirements.Of(kind, field.EndsWith("[]", StringComparison.Ordinal) ? field[..^2] : field, product.Groups[1].Value.ToLowerInvariant());
                                if (known != stated)
                                    disagreements.Add($"{kind} {field}: {product.Value}, but the table has {known}");
                            }
                        }
                    });
        }

        Assert.That(compared, Is.GreaterThan(500));
        Assert.That(disagreements, Is.Empty);
    }

    [Test]
    public void Receivers_of_the_resource_are_those_of_its_CRD()
    {
        var definition = YamlReader.Read(File.ReadAllText(Corpus.Path("crds", "prometheus-operator+prometheus-operator", "example__prometheus-operator-crd-full__monitoring.coreos.com_alertmanagerconfigs.yaml"))).Documents[0];
        var receivers = (MapNode)definition.At("spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.receivers.items.properties")!;
        Assert.That(
            Integrations.All.Select(integration => integration.ResourceField).OfType<string>(),
            Is.EquivalentTo(receivers.Select(entry => entry.Key.Text).Where(name => name != "name")));
    }

    static void Agree(Dictionary<Platform, Dictionary<(string ApiVersion, string Kind), HashSet<string>>> releases)
    {
        var everything = releases.Values.SelectMany(kinds => kinds).GroupBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.SelectMany(fields => fields.Value).Distinct().ToList());
        Assert.That(everything, Is.Not.Empty);
        var disagreements = new List<string>();
        foreach (var (platform, kinds) in releases)
        {
            foreach (var ((apiVersion, kind), fields) in everything)
            {
                var has = kinds.TryGetValue((apiVersion, kind), out var own);
                if (has != platform.Serving(apiVersion, kind).State is KindState.Served or KindState.Preview)
                    disagreements.Add($"{platform}: {apiVersion} {kind}");
                if (has)
                    disagreements.AddRange(fields.Where(field => platform.HasField(apiVersion, kind, field) != own!.Contains(field)).Select(field => $"{platform}: {kind} {field}"));
            }
        }

        Assert.That(disagreements, Is.Empty);
    }

    static Dictionary<(string ApiVersion, string Kind), HashSet<string>> Definitions(string folder)
    {
        var kinds = new Dictionary<(string, string), HashSet<string>>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var definition = JsonReader.Read(File.ReadAllText(file)).Documents.Single();
            foreach (var version in (ListNode)definition.At("spec.versions")!)
            {
                if (Text(version.At("served")) != "true")
                    continue;
                var fields = new HashSet<string>();
                Walk((MapNode)version.At("schema.openAPIV3Schema")!, "", (field, _) => fields.Add(field));
                kinds.Add(($"{Text(definition.At("spec.group"))}/{Text(version.At("name"))}", Text(definition.At("spec.names.kind"))), fields);
            }
        }

        return kinds;
    }

    static void Walk(MapNode schema, string path, Action<string, MapNode> visit)
    {
        if (schema["properties"] is MapNode properties)
            foreach (var property in properties)
            {
                var field = path.Length == 0 ? property.Key.Text : path + "." + property.Key.Text;
                visit(field, (MapNode)property.Value);
                Walk((MapNode)property.Value, field, visit);
            }

        if (schema["items"] is MapNode items)
            Walk(items, path + "[]", visit);
        if (schema["additionalProperties"] is MapNode values)
            Walk(values, path + "{}", visit);
    }

    static string Text(Node? node) => node is ScalarNode scalar ? scalar.Text : "";

    static string Argument(string deployment, string flag) => Regex.Match(deployment, $@"--{flag}=(\S+)").Groups[1].Value;

    // The order of requirements has no meaning, so they are compared in the order of the table.
    static string Selector(Node selector)
    {
        var requirements = new List<string>();
        if (((MapNode)selector)["matchLabels"] is MapNode labels)
            requirements.AddRange(labels.Select(label => $"{label.Key.Text} in ({Text(label.Value)})"));
        if (((MapNode)selector)["matchExpressions"] is ListNode expressions)
            requirements.AddRange(expressions.Select(expression =>
                $"{Text(expression.At("key"))} {Text(expression.At("operator")).ToLowerInvariant()} ({string.Join(",", ((ListNode)expression.At("values")!).Select(Text))})"));
        return requirements.Count == 0 ? "*" : string.Join(",", requirements);
    }

    [GeneratedRegex(@"^\s*(?:- )?record: '?([^\s']+)", RegexOptions.Multiline)]
    private static partial Regex RecordName();

    [GeneratedRegex(@"^\s*(?:- )?alert: '?([^\s']+)", RegexOptions.Multiline)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"(?<=^|\. |  )It requires [^`]*?(?=\.(?: |$)|\.  |  |$)")]
    private static partial Regex StatedRequirement();

    [GeneratedRegex(@"(Prometheus|Alertmanager|Thanos) >= v?(\d+\.\d+(?:\.\d+)?)")]
    private static partial Regex ProductRelease();
}
