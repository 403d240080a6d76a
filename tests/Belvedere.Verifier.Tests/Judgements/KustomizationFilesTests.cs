using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class KustomizationFilesTests
{
    static readonly Repository Good = Judged.Of(
        ("base/standard/kustomization.yaml", "kind: Kustomization\nresources:\n- map.yaml\n"),
        ("base/standard/map.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: map, namespace: metrics}, data: {a: before}}"),
        ("clusters/0/north/cluster.json", """{"cluster": "north", "platform": "Kubernetes 1.33"}"""),
        ("clusters/0/north/kustomization.yaml", """
            kind: Kustomization
            resources:
            - ../../../base/standard
            patches:
            - target: {version: v1, kind: ConfigMap, namespace: metrics, name: map}
              patch: |
                - op: replace
                  path: /data/a
                  value: after
            """));

    [Test]
    public void Overlay_that_changes_its_base_is_right() => Assert.That(Good.By<KustomizationFiles>(), Is.Empty);

    [TestCase("- map.yaml", "- map.yaml\n- map.yaml", "is listed twice")]
    [TestCase("resources:\n- map.yaml", "resources: []", "is listed nowhere")]
    [TestCase("- map.yaml", "- map.yaml\n- other.yaml", "'other.yaml' is not there")]
    [TestCase("name: map}\n", "name: other}\n", "fits 0 objects")]
    [TestCase("path: /data/a", "path: /data/b", "the value is not there")]
    [TestCase("kind: Kustomization\nresources:\n- ../", "kind: Kustomization\nnamePrefix: x-\nresources:\n- ../", "'namePrefix' is not rendered")]
    [TestCase("- ../../../base/standard\n", "", "No cluster gets it")]
    public void What_Kustomize_would_not_do_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<KustomizationFiles>(), Has.Some.Contains(problem));
}
