using Belvedere.Documents;
using Belvedere.Kubernetes;
using k8s;
using k8s.Models;

namespace Belvedere.KubernetesClient.Tests;

public class ToManifestTests
{
    [Test]
    public void An_object_of_the_client_becomes_the_record_of_its_kind()
    {
        var service = new V1Service
        {
            Metadata = new V1ObjectMeta { Name = "thanos", NamespaceProperty = "monitoring", Labels = new Dictionary<string, string> { ["app"] = "thanos" } },
            Spec = new V1ServiceSpec { Ports = [new V1ServicePort { Name = "http", Port = 10902, TargetPort = "http" }] },
        };

        Assert.That(service.ToManifest(), Is.EqualTo(new Service
        {
            Metadata = new() { Name = "thanos", Namespace = "monitoring", Labels = new() { ["app"] = "thanos" } },
            Spec = new() { Ports = [new() { Name = "http", Port = 10902, TargetPort = "http" }] },
        }));
    }

    [Test]
    public void A_kind_that_the_object_says_stands()
    {
        var set = new V1StatefulSet { ApiVersion = "apps/v1", Kind = "StatefulSet", Metadata = new V1ObjectMeta { Name = "a" } };

        Assert.That(set.ToManifest(), Is.EqualTo(new StatefulSet { Metadata = new() { Name = "a" } }));
    }

    [Test]
    public void Quantities_keep_their_value_and_get_the_clients_text()
    {
        var claim = new V1PersistentVolumeClaim
        {
            Spec = new V1PersistentVolumeClaimSpec { Resources = new V1VolumeResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new("1024Mi") } } },
        };

        var storage = ((PersistentVolumeClaim)claim.ToManifest()).Spec!.Resources!.Requests!["storage"];

        Assert.Multiple(() =>
        {
            Assert.That(storage, Is.EqualTo((Quantity)"1024Mi"));
            Assert.That(storage.Text, Is.EqualTo("1Gi"));
        });
    }

    [Test]
    public void A_kind_of_its_own_is_carried_whole()
    {
        var manifest = new Widget { Metadata = new V1ObjectMeta { Name = "a" }, Spec = new() { ["size"] = 3 } }.ToManifest();

        Assert.Multiple(() =>
        {
            Assert.That(manifest, Is.TypeOf<CustomObject>());
            Assert.That((manifest.ApiVersion, manifest.Kind, manifest.Name), Is.EqualTo(("example.com/v1", "Widget", "a")));
            Assert.That(((ScalarNode)manifest.ToNode().At("spec.size")!).Text, Is.EqualTo("3"));
        });
    }

    [Test]
    public void What_the_client_writes_has_no_problem()
    {
        var deployment = new V1Deployment
        {
            Metadata = new V1ObjectMeta { Name = "a" },
            Spec = new V1DeploymentSpec
            {
                Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "a" } },
                Template = new V1PodTemplateSpec { Spec = new V1PodSpec { Containers = [new V1Container { Name = "a", Image = "example.com/a:1", Ports = [new V1ContainerPort { ContainerPort = 80 }] }] } },
            },
        };

        Assert.That(ManifestSchema.Validate(deployment.ToManifest().ToNode()), Is.Empty);
    }

    [KubernetesEntity(Group = "example.com", ApiVersion = "v1", Kind = "Widget", PluralName = "widgets")]
    sealed class Widget : IKubernetesObject<V1ObjectMeta>
    {
        public string ApiVersion { get; set; } = "";

        public string Kind { get; set; } = "";

        public V1ObjectMeta Metadata { get; set; } = new();

        public Dictionary<string, int> Spec { get; set; } = [];
    }
}
