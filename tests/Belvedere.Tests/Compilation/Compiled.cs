using System.Text;
using Belvedere.Emission;
using Belvedere.Sources;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>Compiling, as tests do it: in memory, with no more of a project than its folder.</summary>
static class Compiled
{
    /// <summary>All that a compilation gave.</summary>
    public static CompilationResult From(MonitoringTopology topology, string? projectFolder = null) =>
        Compiler.Compile(topology, new CompilationOptions { Sources = new SourceFiles(projectFolder ?? Checkout.Root) });

    /// <summary>The output of a topology that must compile.</summary>
    public static Repository Repository(MonitoringTopology topology, string? projectFolder = null)
    {
        var result = From(topology, projectFolder);
        Assert.That(result.Diagnostics, Is.Empty);
        return result.Repository;
    }

    /// <summary>Paths and texts of an output.</summary>
    public static Dictionary<string, string> Texts(Repository repository) =>
        repository.Files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span));
}
