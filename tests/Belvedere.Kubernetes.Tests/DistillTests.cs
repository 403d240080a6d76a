using Belvedere.Testing;

namespace Belvedere.Kubernetes.Tests;

public class DistillTests
{
    [Test]
    public void Distilling_again_gives_no_diff()
    {
        using var folder = new TemporaryFolder();
        var distill = Path.Combine(AppContext.BaseDirectory, "Distill.dll");

        var result = Tool.Require("dotnet").Run([distill, Corpus.Path(), folder.Path("schemas"), folder.Path("kinds.md")]);

        Assert.That(result.ExitCode, Is.Zero, () => result.Everything);
        Assert.Multiple(() =>
        {
            Assert.That(Files(folder.Path("schemas")), Is.EquivalentTo(Files(Checkout.Path("schemas"))), "Run tools/Distill, read the diff, and commit it.");
            Assert.That(File.ReadAllText(folder.Path("kinds.md")), Is.EqualTo(File.ReadAllText(Checkout.Path("docs", "kinds.md"))));
        });
    }

    static IEnumerable<(string, string)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Select(file => (Path.GetFileName(file), File.ReadAllText(file)));
}
