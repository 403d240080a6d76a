using Belvedere.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belvedere.Tests.Architecture;

/// <summary>A folder of src/Belvedere uses only what is declared in the folders above it in ARCHITECTURE.md.</summary>
public class FolderOrderTests
{
    // What the SDK imports for the project, which its sources rely on.
    const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    // Partial members whose other half a generator of the SDK writes.
    static readonly string[] Generated = ["CS8795", "CS9248"];

    static readonly string Sources = Checkout.Path("src", "Belvedere");

    static readonly Lazy<CSharpCompilation> Belvedere = new(Compile);

    [Test]
    public void Every_folder_is_listed_once_in_its_place()
    {
        Assert.That(OrderedList.Under("## Folders of `src/Belvedere`"), Is.EquivalentTo(SourceFiles().Select(FolderOf).Distinct()));
    }

    [Test]
    public void Folder_uses_only_the_folders_above_it()
    {
        var order = OrderedList.Under("## Folders of `src/Belvedere`");
        var places = order.Index().ToDictionary(item => item.Item, item => item.Index);

        var compilation = Belvedere.Value;
        // What is not understood cannot be judged.
        Assert.That(
            compilation.GetDeclarationDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !Generated.Contains(diagnostic.Id)),
            Is.Empty);
        Assert.That(compilation.SyntaxTrees.SelectMany(tree => Uses(compilation, tree)).Where(use => places[use.Folder] < places[use.Used]).Select(use => use.ToString()).Distinct(), Is.Empty);
    }

    [Test]
    public void Forward_use_is_found()
    {
        var forward = """
            namespace Belvedere.Diagnostics;
            static class Forward { public static object Use(Belvedere.Emission.RepositoryFile file) => file.Path; }
            """;

        var tree = Parse(Path.Combine(Sources, "Diagnostics", "Forward.cs"), forward);

        var uses = Uses(Belvedere.Value.AddSyntaxTrees(tree), tree);

        Assert.That(uses.Select(use => use.ToString()), Does.Contain("Diagnostics/Forward.cs(2): Diagnostics uses RepositoryFile of Emission"));
    }

    static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Belvedere.Tests",
        [.. SourceFiles().Select(path => Parse(path, File.ReadAllText(path))), Parse("", ImplicitUsings)],
        // The libraries beside this test, but not the one that is compiled from its sources.
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("Belvedere.dll" or "Belvedere.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None), path);

    static IEnumerable<Use> Uses(CSharpCompilation compilation, SyntaxTree tree)
    {
        if (tree.FilePath.Length == 0)
            yield break;

        var model = compilation.GetSemanticModel(tree);
        var folder = FolderOf(tree.FilePath);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            foreach (var declaration in Declaring(symbol))
                if (FolderOf(declaration) is var used && used != folder)
                    yield return new Use(folder, used, symbol!.Name, tree.FilePath, name.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
        }
    }

    // A member counts where it is written, so that a partial type may lie in several folders.
    static IEnumerable<string> Declaring(ISymbol? symbol) => symbol switch
    {
        null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol => [],
        _ => symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath).Take(1),
    };

    static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
        .Where(path => FolderOf(path) is not ("bin" or "obj"))
        .Order(StringComparer.Ordinal);

    static string FolderOf(string path) => Path.GetRelativePath(Sources, path).Split(Path.DirectorySeparatorChar)[0];

    sealed record Use(string Folder, string Used, string Name, string File, int Line)
    {
        public override string ToString() =>
            $"{Path.GetRelativePath(Sources, File).Replace('\\', '/')}({Line}): {Folder} uses {Name} of {Used}";
    }
}
