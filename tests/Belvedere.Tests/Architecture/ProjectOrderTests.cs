using System.Xml.Linq;
using Belvedere.Testing;

namespace Belvedere.Tests.Architecture;

/// <summary>A project references only the projects above it in ARCHITECTURE.md.</summary>
public class ProjectOrderTests
{
    [Test]
    public void Every_project_is_listed_once_in_its_place()
    {
        var projects = Directory.GetFiles(Checkout.Path("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Assert.That(OrderedList.Under("## Projects"), Is.EquivalentTo(projects));
    }

    [Test]
    public void Project_references_only_the_projects_above_it()
    {
        var order = OrderedList.Under("## Projects").ToList();
        var forward =
            from name in order
            from reference in XDocument.Load(Checkout.Path("src", name, $"{name}.csproj")).Descendants("ProjectReference")
            // What is built first and packed inside, or runs in the C# compiler, is not used by the code.
            where reference.Attribute("ReferenceOutputAssembly")?.Value != "false"
            let used = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
            where order.IndexOf(used) < 0 || order.IndexOf(used) > order.IndexOf(name)
            select $"{name} references {used}";

        Assert.That(forward, Is.Empty);
    }

    [Test]
    public void PromQL_depends_on_nothing()
    {
        var project = XDocument.Load(Checkout.Path("src", "Belvedere.PromQL", "Belvedere.PromQL.csproj"));

        Assert.That(project.Descendants("ProjectReference"), Is.Empty);
        Assert.That(
            project.Descendants("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value != "all").Select(package => package.Attribute("Include")?.Value),
            // Spans for netstandard2.0, where the framework has none.
            Is.SubsetOf(new[] { "System.Memory" }));
    }
}
