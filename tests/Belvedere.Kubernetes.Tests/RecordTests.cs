using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;

namespace Belvedere.Kubernetes.Tests;

public class RecordTests
{
    static readonly StatefulSet Store = new()
    {
        Metadata = new() { Name = "thanos-store-0", Namespace = "monitoring", Labels = new() { ["b"] = "2", ["a"] = "1" } },
        Spec = new()
        {
            Replicas = 2,
            ServiceName = "thanos-store-0",
            Selector = new() { MatchLabels = new() { ["app"] = "thanos-store" } },
            UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxUnavailable = "25%" } },
            Template = new()
            {
                Metadata = new() { Labels = new() { ["app"] = "thanos-store" } },
                Spec = new()
                {
                    Containers =
                    [
                        new()
                        {
                            Name = "thanos",
                            Image = "quay.io/thanos/thanos:v0.39.2",
                            Args = ["store", "--log.level=info"],
                            Ports = [new() { Name = "http", Port = 10902 }],
                            LivenessProbe = new() { HttpGet = new() { Path = "/-/healthy", Port = "http" } },
                            Resources = new() { Requests = new() { ["memory"] = "4Gi", ["cpu"] = "500m" } },
                        },
                    ],
                },
            },
            VolumeClaimTemplates = [new() { Metadata = new() { Name = "data" }, Spec = new() { AccessModes = ["ReadWriteOnce"] } }],
        },
    };

    [Test]
    public void Fields_are_written_in_a_fixed_order_and_maps_by_key()
    {
        Assert.That(Yaml(Store), Is.EqualTo("""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: thanos-store-0
              namespace: monitoring
              labels:
                a: '1'
                b: '2'
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: thanos-store
              serviceName: thanos-store-0
              template:
                metadata:
                  labels:
                    app: thanos-store
                spec:
                  containers:
                  - name: thanos
                    args:
                    - store
                    - '--log.level=info'
                    image: quay.io/thanos/thanos:v0.39.2
                    livenessProbe:
                      httpGet:
                        path: /-/healthy
                        port: http
                    ports:
                    - name: http
                      containerPort: 10902
                    resources:
                      requests:
                        cpu: '500m'
                        memory: '4Gi'
              updateStrategy:
                rollingUpdate:
                  maxUnavailable: '25%'
                type: RollingUpdate
              volumeClaimTemplates:
              - apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data
                spec:
                  accessModes:
                  - ReadWriteOnce

            """));
    }

    [Test]
    public void With_changes_a_copy_and_leaves_the_original()
    {
        var changed = Store with { Spec = Store.Spec! with { MinReadySeconds = 120 } };

        Assert.Multiple(() =>
        {
            Assert.That(changed.Spec!.MinReadySeconds, Is.EqualTo(120));
            Assert.That(changed.Spec.Replicas, Is.EqualTo(2));
            Assert.That(Store.Spec!.MinReadySeconds, Is.Null);
            Assert.That(changed, Is.Not.EqualTo(Store));
        });
    }

    [Test]
    public void What_is_written_reads_back_equal()
    {
        var read = KubernetesObject.FromNode((MapNode)YamlReader.Read(Yaml(Store)).Documents[0]);

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.EqualTo(Store));
            Assert.That(read.GetHashCode(), Is.EqualTo(Store.GetHashCode()));
        });
    }

    static string Yaml(KubernetesObject item) => Encoding.UTF8.GetString(YamlWriter.ToUtf8(item.ToNode()));
}
