using Belvedere.Testing;
using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Rendering;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Tests;

/// <summary>The renderer does what kubectl does, object by object: every judgement stands on it.</summary>
public class RenderingTests
{
    [TestCaseSource(typeof(Examples), nameof(Examples.Names))]
    public void Kubectl_renders_the_same(string name)
    {
        var kubectl = Tool.Require("kubectl");
        using var output = new TemporaryFolder();
        Examples.Generate(name, output);
        var kustomizations = new Kustomizations(Repository.FromFolder(output.Root));

        // Of a thousand overlays, a sixteenth: they differ in names.
        var isLarge = kustomizations.Folders.Count > 200;
        var folders = kustomizations.Folders.Where(folder => !isLarge || !folder.StartsWith("clusters/", StringComparison.Ordinal) || folder.StartsWith("clusters/0/", StringComparison.Ordinal)).ToList();
        var theirs = folders.AsParallel().Select(folder => (Folder: folder, Built: kubectl.Run(["kustomize", output.Path(folder)]))).ToList();

        Assert.That(folders, Has.Count.GreaterThan(3));
        foreach (var (folder, built) in theirs)
        {
            Assert.That(built.ExitCode, Is.Zero, built.Everything);
            var expected = YamlText.Read(built.Output).Select(tree => new Resource(tree, "", folder)).ToDictionary(made => made.Id);
            var rendering = kustomizations.Render(folder);
            Assert.That(rendering.Problems, Is.Empty);
            Assert.That(rendering.Resources.Select(made => made.Id), Is.EquivalentTo(expected.Keys), folder);
            Assert.That(rendering.Resources.Where(made => !made.Tree.Same(expected[made.Id].Tree)).Select(made => $"{folder}: {made}"), Is.Empty);
        }
    }
}
