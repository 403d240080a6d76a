using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Belvedere.Package.Tests;

public sealed class PackageContentTests
{
    [Test]
    public void The_package_holds_libraries_targets_task_and_pages()
    {
        var files = Entries("Belvedere").Where(file => !file.StartsWith("docs/", StringComparison.Ordinal));

        Assert.That(files, Is.EquivalentTo(new[]
        {
            "README.md",
            "build/Belvedere.props",
            "build/Belvedere.targets",
            "buildMultiTargeting/Belvedere.targets",
            "lib/net10.0/Belvedere.dll",
            "lib/net10.0/Belvedere.xml",
            "lib/net10.0/Belvedere.Documents.dll",
            "lib/net10.0/Belvedere.Documents.xml",
            "lib/net10.0/Belvedere.Kubernetes.dll",
            "lib/net10.0/Belvedere.Kubernetes.xml",
            "runtimes/linux-x64/lib/net10.0/Belvedere.dll",
            "runtimes/linux-x64/lib/net10.0/Belvedere.Documents.dll",
            "runtimes/linux-x64/lib/net10.0/Belvedere.Kubernetes.dll",
            "tasks/netstandard2.0/Belvedere.Build.dll",
        }));
        Assert.That(Entries("Belvedere"), Has.Some.EqualTo("docs/diagnostics/BLV0020.md"));
    }

    [Test]
    public void The_package_depends_on_PromQL_and_the_YAML_reader_only() =>
        Assert.That(Dependencies("Belvedere"), Is.EquivalentTo(new[] { $"Belvedere.PromQL {Feed.Version}", "YamlDotNet 18.1.0" }));

    [Test]
    public void PromQL_is_a_package_of_its_own_without_dependencies()
    {
        Assert.That(Entries("Belvedere.PromQL"), Is.SupersetOf(new[] { "lib/net10.0/Belvedere.PromQL.dll", "lib/netstandard2.0/Belvedere.PromQL.dll", "runtimes/linux-x64/lib/net10.0/Belvedere.PromQL.dll" }));
        Assert.That(Dependencies("Belvedere.PromQL"), Is.Empty);
    }

    [TestCase("Belvedere", "Belvedere")]
    [TestCase("Belvedere", "Belvedere.Kubernetes")]
    [TestCase("Belvedere.PromQL", "Belvedere.PromQL")]
    public void Assemblies_for_Linux_are_compiled_ahead(string id, string assembly)
    {
        using var package = Open(id);
        Assert.That(HasNativeCode(package, $"runtimes/linux-x64/lib/net10.0/{assembly}.dll"), Is.True);
        Assert.That(HasNativeCode(package, $"lib/net10.0/{assembly}.dll"), Is.False, "the portable one");
    }

    // The header of .NET names the native code, if there is any.
    static bool HasNativeCode(ZipArchive package, string path)
    {
        using var content = new MemoryStream();
        using (var entry = package.GetEntry(path)!.Open())
            entry.CopyTo(content);
        content.Position = 0;
        using var assembly = new PEReader(content);
        return assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    static IReadOnlyList<string> Entries(string id)
    {
        using var package = Open(id);
        return
        [
            .. package.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal)),
        ];
    }

    static IReadOnlyList<string> Dependencies(string id)
    {
        using var package = Open(id);
        using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
        return
        [
            .. XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").Distinct(),
        ];
    }

    static ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed.Packages, $"{id}.{Feed.Version}.nupkg"));
}
