using Belvedere.Hosting;

namespace Belvedere.Tests.Hosting;

public sealed class SourceRootsTests
{
    static readonly SourceRoots Roots = new([new SourceRoot("/_/", "/home/user/repo/"), new SourceRoot("/_1", "/elsewhere"), new SourceRoot("/_/deps/", "/cache/")]);

    [TestCase("/_/src/Fleet.cs", "/home/user/repo/src/Fleet.cs", TestName = "A mapped path is undone")]
    [TestCase("/_/deps/Shared.cs", "/cache/Shared.cs", TestName = "The longest prefix wins")]
    [TestCase("/_1/Fleet.cs", "/elsewhere/Fleet.cs", TestName = "A prefix without a final separator")]
    [TestCase("/_10/Fleet.cs", "/_10/Fleet.cs", TestName = "A prefix ends at a folder")]
    [TestCase("/home/user/Fleet.cs", "/home/user/Fleet.cs", TestName = "An absolute path stays")]
    [TestCase("clusters.yaml", "/project/clusters.yaml", TestName = "A relative path starts from the project")]
    [TestCase("", "", TestName = "An unknown path stays unknown")]
    public void A_file_is_located(string file, string expected) =>
        Assert.That(Roots.Locate(file, "/project"), Is.EqualTo(expected));
}
