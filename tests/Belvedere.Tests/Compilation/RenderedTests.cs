using System.Text.Json.Nodes;
using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>What other tests take for an overlay's objects is what kubectl makes of the overlay.</summary>
public class RenderedTests
{
    [Test]
    public void Overlay_is_rendered_as_kubectl_renders_it([Values("north", "south")] string cluster)
    {
        var kubectl = Tool.Require("kubectl");
        var repository = Compiled.Repository(Fleets.Small());
        using var folder = new TemporaryFolder();
        Assert.That(RepositoryOnDisk.Write(repository, folder.Root, "test").Diagnostics, Is.Empty);

        var rendered = new Rendered(repository);
        var built = kubectl.Run(["kustomize", folder.Path(rendered.OverlayOf(cluster))]);
        Assert.That(built.ExitCode, Is.Zero, built.Everything);

        var expected = YamlAsJson.Read(built.Output).ToDictionary(Identity);
        var actual = rendered.Objects(rendered.OverlayOf(cluster)).ToDictionary(Identity);
        Assert.That(actual.Keys, Is.EquivalentTo(expected.Keys));
        foreach (var (identity, made) in actual)
            Assert.That(JsonNode.DeepEquals(made, expected[identity]), Is.True, () => $"{identity}:\n{made}\n{expected[identity]}");
    }

    static string Identity(JsonNode made) => $"{made["kind"]} {made["metadata"]!["namespace"]}/{made["metadata"]!["name"]}";
}
