using Belvedere.Documents;
using Belvedere.Documents.Yaml;

namespace Belvedere.Kubernetes.Tests;

public class ValidationTests
{
    static string[] Problems(string yaml) =>
        [.. ManifestSchema.Validate((MapNode)YamlReader.Read(yaml).Documents[0]).Select(problem => $"{problem.Span} {problem.Kind} {problem}")];

    static string Monitor(string endpoint) => $"{{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, spec: {{selector: {{}}, endpoints: [{endpoint}]}}}}";

    static string[] InEndpoint(string endpoint) =>
        [.. ManifestSchema.Validate((MapNode)YamlReader.Read(Monitor(endpoint)).Documents[0]).Select(problem => $"{problem.Kind} {problem}")];

    [Test]
    public void A_problem_has_the_line_the_path_and_the_remedy() => Assert.That(
        Problems("""
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata:
              name: thanos
            spec:
              selector: {}
              endpoints:
              - port: http
                intervall: 30s
            """),
        Is.EqualTo((string[])["9:5 UnknownField spec.endpoints[0].intervall: Endpoint has no field intervall. Did you mean interval?"]));

    [TestCase("port: 80", "WrongType spec.endpoints[0].port: Text is expected here, not the number 80. Write it in quotes: \"80\".")]
    [TestCase("honorLabels: 'true'", "WrongType spec.endpoints[0].honorLabels: True or false is expected here, not text. Write it without quotes.")]
    [TestCase("honorLabels: yes", null)]
    [TestCase("interval: 30", "WrongType spec.endpoints[0].interval: Text is expected here, not the number 30. Write it in quotes: \"30\".")]
    [TestCase("interval: 30sec", "WrongForm spec.endpoints[0].interval: \"30sec\" does not have the form that is asked for. It has to match ^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$")]
    [TestCase("interval: 1h30m", null)]
    [TestCase("interval: ''", null)]
    [TestCase("scheme: htps", "UnknownValue spec.endpoints[0].scheme: \"htps\" is not one of the values that are allowed. Did you mean https?")]
    [TestCase("scheme: gopher", "UnknownValue spec.endpoints[0].scheme: \"gopher\" is not one of the values that are allowed. Use one of: http, https, HTTP, HTTPS.")]
    [TestCase("params: {match: up}", "WrongType spec.endpoints[0].params.match: A list is expected here, not text. Write it as an item of a list.")]
    [TestCase("params: {'match[]': [up, 1]}", "WrongType spec.endpoints[0].params[\"match[]\"][1]: Text is expected here, not the number 1. Write it in quotes: \"1\".")]
    [TestCase("basicAuth: {password: {name: a}}", "MissingField spec.endpoints[0].basicAuth.password.key: SecretKeySelector needs key.")]
    [TestCase("targetPort: 1.5", "WrongType spec.endpoints[0].targetPort: A whole number or text is expected here, not the number 1.5.")]
    [TestCase("relabelings: [{action: hashmod, modulus: -1}]", "OutOfBounds spec.endpoints[0].relabelings[0].modulus: -1 is too small: at least 0 is needed.")]
    [TestCase("tlsConfig: ", "NullValue spec.endpoints[0].tlsConfig: There is nothing here, where a map with the fields of TLSConfig is expected. Give a value, or leave the field out.")]
    public void Each_field_is_held_to_its_schema(string endpoint, string? expected) =>
        Assert.That(InEndpoint($"{{{endpoint}}}"), expected is null ? Is.Empty : Is.EqualTo((string[])[expected]));

    [TestCase("{apiVersion: v1, kind: Service, spec: {ports: [{port: 0}]}}", "OutOfBounds spec.ports[0].port: 0 is too small: at least 1 is needed.")]
    [TestCase("{apiVersion: v1, kind: Service, spec: {ports: [{port: 70000}]}}", "OutOfBounds spec.ports[0].port: 70000 is too large: at most 65535 is allowed.")]
    [TestCase("{apiVersion: v1, kind: Service, spec: {ports: [{port: 3000000000}]}}", "OutOfBounds spec.ports[0].port: 3000000000 does not fit in 32 bits.")]
    [TestCase("{apiVersion: v1, kind: Service, spec: {type: LoadBalanser}}", "UnknownValue spec.type: \"LoadBalanser\" is not one of the values that are allowed. Did you mean LoadBalancer?")]
    [TestCase("{apiVersion: v1, kind: Service, spec: {ports: [{port: 1, name: a}, {port: 1, protocol: UDP}, {port: 1, protocol: TCP}]}}", "Duplicate spec.ports[2]: Item 0 has the same port and protocol. Items of this list are told apart by port and protocol: give each its own.")]
    [TestCase("{apiVersion: v1, kind: Secret, data: {a: '!'}}", "WrongForm data.a: \"!\" is no byte.")]
    [TestCase("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, resources: {limits: {cpu: 1 core}}}]}}", "WrongForm spec.containers[0].resources.limits.cpu: \"1 core\" is no quantity. Write a number with one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei, for example 500m or 4Gi.")]
    [TestCase("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, resources: {limits: {cpu: 0.5}}}]}}", null)]
    [TestCase("{apiVersion: monitoring.coreos.com/v1, kind: Prometheus, spec: {resources: {limits: {cpu: 0.5}}}}", "WrongType spec.resources.limits.cpu: A quantity is expected here, not the number 0.5.")]
    [TestCase("{apiVersion: v1, kind: ConfigMap, metadata: {finalizers: [a, b, a]}}", "Duplicate metadata.finalizers[2]: a is in the list already, as item 0.")]
    [TestCase("{apiVersion: v1, kind: ConfigMap, metadata: {creationTimestamp: yesterday}}", "WrongForm metadata.creationTimestamp: \"yesterday\" is no date-time.")]
    [TestCase("{apiVersion: v1, kind: ConfigMap, metadata: {creationTimestamp: null}}", null)]
    [TestCase("{apiVersion: v1, kind: ConfigMap, metadata: {creationTimestamp: '2026-11-22T20:00:00.123456789Z'}}", null)]
    [TestCase("{apiVersion: v1, kind: ConfigMap, metadata: {creationTimestamp: '2026-11-22T20:00:00'}}", "WrongForm metadata.creationTimestamp: \"2026-11-22T20:00:00\" is no date-time.")]
    [TestCase("{apiVersion: cluster.open-cluster-management.io/v1beta1, kind: Placement, spec: {numberOfClusters: -1}}", null)]
    [TestCase("{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {}}", "MissingField spec: AppProject needs spec.")]
    [TestCase("{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {}, spec: null}", "NullValue spec: There is nothing here, where a map with the fields of AppProjectSpec is expected. Give a value, or leave the field out.", "MissingField spec: AppProject needs spec.")]
    [TestCase("{kind: Service}", "NoKind apiVersion: The object does not say its apiVersion. Every object needs apiVersion as text.")]
    [TestCase("{}", "NoKind apiVersion: The object does not say its apiVersion. Every object needs apiVersion as text.", "NoKind kind: The object does not say its kind. Every object needs kind as text.")]
    [TestCase("{apiVersion: example.com/v1, kind: Widget, anything: {}}", null)]
    [TestCase("{apiVersion: monitoring.rhobs/v1alpha1, kind: PrometheusAgent, spec: {mode: DaemonSet, replicas: 2}}", "BrokenRule spec: replicas cannot be set in mode DaemonSet.")]
    [TestCase("{apiVersion: work.open-cluster-management.io/v1, kind: ManifestWork, spec: {workload: {manifests: [{apiVersion: v1, kind: Service, spec: {port: 1}}]}}}", "UnknownField spec.workload.manifests[0].spec.port: ServiceSpec has no field port. Did you mean ports?")]
    public void Each_kind_is_held_to_its_schema(string manifest, params string?[]? expected) =>
        Assert.That(ManifestSchema.Validate((MapNode)YamlReader.Read(manifest).Documents[0]).Select(problem => $"{problem.Kind} {problem}"), Is.EqualTo((expected ?? []).OfType<string>()));

    [Test]
    public void A_long_text_is_shown_by_its_beginning()
    {
        var problem = ManifestSchema.Validate(MapNode.Of(
            ("apiVersion", ScalarNode.String("v1")), ("kind", ScalarNode.String("Service")), ("spec", MapNode.Of(("type", ScalarNode.String($"{new string('x', 10_000)}\n\0"))))))[0];

        Assert.That(problem.Reason, Has.Length.LessThan(150));
    }

    [Test]
    public void Objects_within_objects_end_somewhere()
    {
        var inner = MapNode.Of(("apiVersion", ScalarNode.String("v1")), ("kind", ScalarNode.String("Service")), ("nonsense", ScalarNode.True));
        for (var depth = 0; depth < 200; depth++)
            inner = MapNode.Of(
                ("apiVersion", ScalarNode.String("work.open-cluster-management.io/v1")),
                ("kind", ScalarNode.String("ManifestWork")),
                ("spec", MapNode.Of(("workload", MapNode.Of(("manifests", new ListNode([inner])))))));

        Assert.That(ManifestSchema.Validate(inner), Is.Empty);
    }

    [Test]
    public void What_a_record_lacks_is_found_in_what_it_writes()
    {
        StatefulSet set = new() { Metadata = new() { Name = "a" }, Spec = new() { Template = new() { Spec = new() { Containers = [new()] } } } };

        Assert.That(
            ManifestSchema.Validate(set.ToNode()).Select(problem => problem.Path.ToString()),
            Is.EqualTo((string[])["spec.template.spec.containers[0].name", "spec.selector"]));
    }

    [TestCase("{spec: {serviceName: a, replicas: 1}}", "{spec: {serviceName: a, replicas: 2}}", null)]
    [TestCase("{spec: {serviceName: a}}", "{spec: {serviceName: b}}", "spec.serviceName: serviceName cannot be changed later. Keep it, or delete the object and make it anew.")]
    [TestCase("{spec: {selector: {matchLabels: {a: b}}}}", "{spec: {selector: {matchLabels: {a: b, c: d}}}}", "spec.selector: selector cannot be changed later. Keep it, or delete the object and make it anew.")]
    [TestCase("{spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: 1Gi}}}}]}}", "{spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: 2Gi}}}}]}}", "spec.volumeClaimTemplates: volumeClaimTemplates cannot be changed later. Keep it, or delete the object and make it anew.")]
    public void What_cannot_be_changed_is_told(string before, string after, string? expected)
    {
        Assert.That(
            ManifestSchema.ValidateChange(Set(before), Set(after)).Select(problem => problem.ToString()),
            expected is null ? Is.Empty : Is.EqualTo((string[])[expected]));

        static MapNode Set(string yaml) =>
            ((MapNode)YamlReader.Read(yaml).Documents[0]).With("apiVersion", ScalarNode.String("apps/v1")).With("kind", ScalarNode.String("StatefulSet"));
    }

    [TestCase("{uid: a}", "{uid: b}", "spec.uid: uid cannot be changed later. Keep it, or delete the object and make it anew.")]
    [TestCase("{allowCrossNamespaceImport: true}", "{allowCrossNamespaceImport: false}", "spec: allowCrossNamespaceImport cannot be taken back.")]
    [TestCase("{allowCrossNamespaceImport: false}", "{allowCrossNamespaceImport: true}", null)]
    public void Rules_over_changes_are_held(string before, string after, string? expected)
    {
        Assert.That(
            ManifestSchema.ValidateChange(Dashboard(before), Dashboard(after)).Select(problem => problem.ToString()),
            expected is null ? Is.Empty : Is.EqualTo((string[])[expected]));

        static MapNode Dashboard(string spec) => MapNode.Of(
            ("apiVersion", ScalarNode.String("grafana.integreatly.org/v1beta1")), ("kind", ScalarNode.String("GrafanaDashboard")), ("spec", YamlReader.Read(spec).Documents[0]));
    }
}
