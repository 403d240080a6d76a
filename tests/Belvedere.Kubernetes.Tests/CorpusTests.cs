using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;

namespace Belvedere.Kubernetes.Tests;

public class CorpusTests
{
    [Test]
    public void Every_object_reads_into_a_record_and_writes_back_equal()
    {
        var objects = CorpusObjects.All;

        var different = objects.Where(item => !Node.ContentEquals(item.Manifest, KubernetesObject.FromNode(item.Manifest).ToNode())).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(objects, Has.Count.GreaterThan(700));
            Assert.That(different, Is.Empty);
        });
    }

    [Test]
    public void Every_object_reads_back_equal_from_the_file_that_it_is_written_to()
    {
        var records = CorpusObjects.All.Select(item => KubernetesObject.FromNode(item.Manifest)).ToList();

        var file = YamlWriter.AllToUtf8(records.Select(record => (Node)record.ToNode()));
        var read = YamlReader.Read(file).Documents.Select(document => KubernetesObject.FromNode((MapNode)document)).ToList();

        Assert.That(read, Is.EqualTo(records));
    }

    [Test]
    public void Writing_is_stable()
    {
        foreach (var item in CorpusObjects.All)
        {
            var once = KubernetesObject.FromNode(item.Manifest).ToNode();
            var twice = KubernetesObject.FromNode(once).ToNode();
            Assert.That(Encoding.UTF8.GetString(YamlWriter.ToUtf8(twice)), Is.EqualTo(Encoding.UTF8.GetString(YamlWriter.ToUtf8(once))), item.ToString());
        }
    }

    [Test]
    public void Every_object_of_the_monitoring_stack_has_a_record()
    {
        var custom = CorpusObjects.All.Where(item => KubernetesObject.FromNode(item.Manifest) is CustomObject).Select(item => $"{item.ApiVersion} {item.Kind}").Distinct();

        // Objects of other products in the samples; nothing that is emitted.
        Assert.That(custom, Is.SubsetOf((string[])[]));
    }

    // What upstream's own files have wrong, and what nobody minds.
    static readonly string[] Known =
    [
        "spec.externalURL: PrometheusSpec has no field externalURL. Did you mean externalUrl?",
        "spec.volumes[0].configmap: Volume has no field configmap. Did you mean configMap?",
        "spec.scrapeConfigNamespaceSelector: There is nothing here, where a map with the fields of LabelSelector is expected. Give a value, or leave the field out.",
        "spec: PrometheusRule needs spec.",
        "spec.alertmanagerConfigSelector: There is nothing here, where a map with the fields of LabelSelector is expected. Give a value, or leave the field out.",
        "metadata.labels: There is nothing here, where a map is expected. Give a value, or leave the field out.",
        "metadata.annotations: There is nothing here, where a map is expected. Give a value, or leave the field out.",
        "spec.scrapeConfigSelector: There is nothing here, where a map with the fields of LabelSelector is expected. Give a value, or leave the field out.",
    ];

    [Test]
    public void No_object_of_the_corpus_has_a_problem_that_upstream_does_not_have()
    {
        var problems =
            from item in CorpusObjects.All
            from problem in ManifestSchema.Validate(item.Manifest)
            select problem.ToString();

        Assert.That(problems.Distinct(), Is.EquivalentTo(Known));
    }
}
