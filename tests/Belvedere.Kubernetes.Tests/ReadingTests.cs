using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;

namespace Belvedere.Kubernetes.Tests;

public class ReadingTests
{
    const string Service = """
        kind: Service
        apiVersion: v1
        spec:
          ports:
          - port: 0x50
            targetPort: web
            futureField: {b: 1, a: 2}
          clusterIP: None
          selector: {z: 1.50, app: thanos}
          type: 7
        extra: [1, 2]
        metadata:
          name: thanos
          annotations:
            z: last
            a: first
        status: {loadBalancer: {}}
        """;

    static readonly KubernetesObject Read = KubernetesObject.FromNode((MapNode)YamlReader.Read(Service).Documents[0]);

    [Test]
    public void A_manifest_becomes_the_record_of_its_kind() => Assert.Multiple(() =>
    {
        Assert.That(Read, Is.TypeOf<Service>());
        Assert.That(Read.Name, Is.EqualTo("thanos"));
        Assert.That(Read.IsNamespaced, Is.True);
        Assert.That(((Service)Read).Spec!.Ports![0].Port, Is.EqualTo(80));
        Assert.That(((Service)Read).Spec!.Ports![0].TargetPort!.Value.Text, Is.EqualTo("web"));
    });

    [Test]
    public void Unknown_fields_pass_through_at_every_level_after_the_known_ones() => Assert.Multiple(() =>
    {
        Assert.That(Read.AdditionalFields.Single().Key.Text, Is.EqualTo("extra"));
        Assert.That(((Service)Read).Spec!.Ports![0].AdditionalFields.Single().Key.Text, Is.EqualTo("futureField"));
        Assert.That(((MapNode)Read.ToNode().At("spec.ports[0]")!)[^1].Key.Text, Is.EqualTo("futureField"));
    });

    [Test]
    public void A_value_of_the_wrong_type_reads_as_null_and_is_written_back() => Assert.Multiple(() =>
    {
        Assert.That(((Service)Read).Spec!.Type, Is.Null);
        Assert.That(((Service)Read).Spec!.Selector, Is.Null);
        Assert.That(Read.ToNode().At("spec.type"), Is.InstanceOf<ScalarNode>());
        Assert.That(((ScalarNode)Read.ToNode().At("spec.selector.z")!).Text, Is.EqualTo("1.50"));
    });

    [Test]
    public void Fields_get_their_order_and_maps_are_sorted() => Assert.That(Encoding.UTF8.GetString(YamlWriter.ToUtf8(Read.ToNode())), Is.EqualTo("""
        apiVersion: v1
        kind: Service
        metadata:
          name: thanos
          annotations:
            a: first
            z: last
        spec:
          clusterIP: None
          ports:
          - port: 80
            targetPort: web
            futureField:
              b: 1
              a: 2
          selector:
            app: thanos
            z: 1.50
          type: 7
        status:
          loadBalancer: {}
        extra:
        - 1
        - 2

        """));

    [Test]
    public void Positions_survive_reading_and_changing()
    {
        var service = (Service)Read;
        var changed = service with { Spec = service.Spec! with { ClusterIP = "10.0.0.1" } };

        Assert.Multiple(() =>
        {
            Assert.That(service.Spec!.Ports![0].Span.Line, Is.EqualTo(5));
            Assert.That(changed.ToNode().At("metadata.name")!.Span.Line, Is.EqualTo(13));
            Assert.That(changed.ToNode().At("spec.clusterIP")!.Span.IsKnown, Is.False);
        });
    }

    [Test]
    public void A_template_that_does_not_say_its_kind_does_not_get_one()
    {
        var set = KubernetesObject.FromNode((MapNode)YamlReader.Read("""
            apiVersion: apps/v1
            kind: StatefulSet
            spec: {volumeClaimTemplates: [{metadata: {name: data}}]}
            """).Documents[0]);

        Assert.That(((MapNode)set.ToNode().At("spec.volumeClaimTemplates[0]")!).Single().Key.Text, Is.EqualTo("metadata"));
    }

    [Test]
    public void An_object_without_a_record_keeps_everything_and_has_typed_metadata()
    {
        var manifest = (MapNode)YamlReader.Read("""
            apiVersion: operators.coreos.com/v1alpha1
            kind: Subscription
            metadata: {name: cluster-observability-operator, namespace: openshift-operators, labels: {a: b}}
            spec: {channel: stable}
            """).Documents[0];

        var read = KubernetesObject.FromNode(manifest);

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.TypeOf<CustomObject>());
            Assert.That(read.IsNamespaced, Is.Null);
            Assert.That(read.Namespace, Is.EqualTo("openshift-operators"));
            Assert.That(Node.ContentEquals(read.ToNode(), manifest));
            Assert.That(read, Is.EqualTo(new CustomObject("operators.coreos.com/v1alpha1", "Subscription", manifest)));
            Assert.That((read with { Metadata = read.Metadata with { Name = "other" } }).Name, Is.EqualTo("other"));
        });
    }

    [TestCase("{}")]
    [TestCase("{apiVersion: [], kind: {}}")]
    [TestCase("{apiVersion: v1, kind: Service, metadata: 3, spec: [null, {}]}")]
    [TestCase("{apiVersion: v1, kind: Pod, spec: {containers: [null, 1, {name: a, ports: {}}]}}")]
    [TestCase("{apiVersion: v1, kind: ConfigMap, data: {a: {b: c}, d: null}}")]
    public void What_makes_no_sense_is_kept_as_it_is(string text)
    {
        var manifest = (MapNode)YamlReader.Read(text).Documents[0];

        Assert.That(KubernetesObject.FromNode(manifest).ToNode(), Is.EqualTo(manifest).Using<Node>(Node.ContentEquals));
    }
}
