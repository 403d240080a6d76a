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

        Assert.That(Uses(Compile()).Where(use => places[use.Folder] < places[use.Used]).Select(use => use.ToString()).Distinct(), Is.Empty);
    }

    [Test]
    public void Forward_use_is_found()
    {
        var forward = """
            namespace Belvedere.Diagnostics;
            static class Forward { public static object Use(Belvedere.Emission.RepositoryFile file) => file.Path; }
            """;

        var uses = Uses(Compile((Path.Combine(Sources, "Diagnostics", "Forward.cs"), forward)));

        Assert.That(uses.Select(use => use.ToString()), Does.Contain("Diagnostics/Forward.cs(2): Diagnostics uses RepositoryFile of Emission"));
    }

    static CSharpCompilation Compile(params (string Path, string Text)[] more)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None);
        var files = SourceFiles().Select(path => (Path: path, Text: File.ReadAllText(path)))
            .Concat(more)
            .Append((Path: "", Text: ImplicitUsings));
        // The libraries beside this test, but not the one that is compiled from its sources.
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("Belvedere.dll" or "Belvedere.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "Belvedere.Tests",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    static List<Use> Uses(CSharpCompilation compilation)
    {
        Assert.That(
            compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !Generated.Contains(diagnostic.Id)),
            Is.Empty,
            "what is not understood cannot be judged");
        var uses = new List<Use>();
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            var model = compilation.GetSemanticModel(tree);
            var folder = FolderOf(tree.FilePath);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                foreach (var declaration in Declaring(symbol))
                    if (FolderOf(declaration) is var used && used != folder)
                        uses.Add(new Use(folder, used, symbol!.Name, tree.FilePath, name.GetLocation().GetLineSpan().StartLinePosition.Line + 1));
            }
        }

        return uses;
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
