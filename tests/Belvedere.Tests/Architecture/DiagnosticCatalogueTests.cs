using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Belvedere.Diagnostics;
using Belvedere.PromQL;
using Belvedere.Testing;

namespace Belvedere.Tests.Architecture;

/// <summary>Every kind of finding has a code of its own in the range of its phase, a page, and messages that are sentences.</summary>
public partial class DiagnosticCatalogueTests
{
    // What each digit is for stands at DiagnosticDescriptor.Code.
    static readonly Dictionary<string, string> DigitsOfFolders = new()
    {
        ["Belvedere.Diagnostics"] = "0",
        ["Belvedere.Sources"] = "0",
        ["Belvedere.Emission"] = "0",
        ["Belvedere.Hosting"] = "09",
        ["Belvedere.Binding"] = "13467",
        ["Belvedere.Lowering"] = "67",
        ["Belvedere.Checks.Topology"] = "17",
        ["Belvedere.Checks.Flow"] = "5",
        ["Belvedere.Checks.Manifests"] = "67",
        ["Belvedere.PromQL"] = "2",
        ["Belvedere.Build"] = "0",
    };

    static readonly IReadOnlyList<Kind> Kinds = [.. FromCatalogues(), .. FromChecks(), .. FromPromQL(), .. FromBuild()];

    static string Pages => Checkout.Path("docs", "diagnostics");

    [Test]
    public void Code_is_four_digits_and_belongs_to_one_kind()
    {
        Assert.That(Kinds, Has.Count.GreaterThan(50));
        Assert.That(Kinds.Select(kind => kind.Code), Is.Unique.And.All.Match("^BLV[0-9]{4}$"));
    }

    [Test]
    public void Code_is_in_the_range_of_its_folder()
    {
        Assert.That(Kinds.Where(kind => !Digits(kind.Folder).Contains(kind.Code[3])).Select(kind => $"{kind.Code} in {kind.Folder}"), Is.Empty);
    }

    [Test]
    public void Title_is_short_and_has_no_full_stop()
    {
        Assert.That(Kinds.Select(kind => kind.Title), Is.All.Match(@"^[A-Za-z'].{3,90}[^.\s]$"));
    }

    [Test]
    public void Every_kind_has_a_page_with_its_title_and_a_remedy()
    {
        var faults = Kinds.Select(kind => Fault(kind, Path.Combine(Pages, $"{kind.Code}.md"))).OfType<string>();

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Every_page_is_of_a_kind_that_is_or_was()
    {
        var live = Kinds.Select(kind => kind.Code).ToHashSet();
        var stray = Directory.GetFiles(Pages, "BLV*.md")
            .Where(page => !live.Contains(Path.GetFileNameWithoutExtension(page)) && !File.ReadAllText(page).Contains("\nRetired ", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.That(stray, Is.Empty, "a code that is no longer reported keeps its page, which says 'Retired in <version>'");
    }

    [Test]
    public void Index_lists_every_kind()
    {
        var rows = Kinds.OrderBy(kind => kind.Code, StringComparer.Ordinal).Select(kind => $"| [{kind.Code}]({kind.Code}.md) | {kind.Severity} | {kind.Title} |\n");
        var index = "# Diagnostics\n\nEverything that Belvedere reports, by code.\n\n| Code | Severity | Finding |\n|---|---|---|\n" + string.Concat(rows);
        var path = Path.Combine(Pages, "README.md");
        if (Environment.GetEnvironmentVariable("BELVEDERE_ACCEPT") is "1")
            File.WriteAllText(path, index);

        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(index), "write it anew with BELVEDERE_ACCEPT=1");
    }

    static IEnumerable<TestCaseData> Messages() => typeof(Diagnostic).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Diagnostics", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(Diagnostic))
        .Select(method => new TestCaseData(method).SetName($"{method.DeclaringType!.Name}_{method.Name}_is_told_in_sentences"));

    [TestCaseSource(nameof(Messages))]
    public void Told(MethodInfo factory)
    {
        var diagnostic = (Diagnostic)factory.Invoke(null, [.. factory.GetParameters().Select(Sample.Of)])!;

        Assert.That(diagnostic.Message, Does.EndWith(".").And.Not.EndWith("..").And.Not.Contain("  "));
        Assert.That(diagnostic.Message[0], Is.Not.EqualTo(' '));
    }

    static string? Fault(Kind kind, string page)
    {
        if (!File.Exists(page))
            return $"{kind.Code} ({kind.Title}) has no page";

        var text = File.ReadAllText(page);
        if (!text.StartsWith($"# {kind.Code}: {kind.Title}\n", StringComparison.Ordinal))
            return $"{kind.Code}: the page begins with '# {kind.Code}: {kind.Title}'";
        return text.Contains("\n**Remedy.** ", StringComparison.Ordinal) ? null : $"{kind.Code}: the page has no paragraph '**Remedy.**'";
    }

    static string Digits(string folder)
    {
        for (var name = folder; name.Contains('.', StringComparison.Ordinal); name = name[..name.LastIndexOf('.')])
            if (DigitsOfFolders.TryGetValue(name, out var digits))
                return digits;
        return "";
    }

    static IEnumerable<Kind> FromCatalogues() => typeof(Diagnostic).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor) && !field.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Select(field => Kind.Of(field.DeclaringType!, (DiagnosticDescriptor)field.GetValue(null)!));

    // Checks hold their descriptor themselves; what is a check is known by its bases alone, whatever it judges.
    static IEnumerable<Kind> FromChecks() => typeof(Diagnostic).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && Bases(type).Any(parent => parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(Checks.Check<>)))
        .Select(type => (Type: type, Descriptor: (DiagnosticDescriptor?)type.GetProperty("Descriptor")!.GetValue(Activator.CreateInstance(type))))
        .Where(check => check.Descriptor is not null)
        .Select(check => Kind.Of(check.Type, check.Descriptor!));

    static IEnumerable<Type> Bases(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            yield return parent;
    }

    static IEnumerable<Kind> FromPromQL() => typeof(PromDiagnosticDescriptor).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(PromDiagnosticDescriptor))
        .Select(field => (field.DeclaringType!, Descriptor: (PromDiagnosticDescriptor)field.GetValue(null)!))
        .Select(kind => new Kind(kind.Item1.Namespace!, kind.Descriptor.Id, kind.Descriptor.Title, kind.Descriptor.Severity.ToString()));

    // The targets and their task report without descriptors, so the title is the page's.
    static IEnumerable<Kind> FromBuild() => Directory.EnumerateFiles(Checkout.Path("src", "Belvedere.Build"), "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".cs" or ".targets" && !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Groups["code"].Value))
        .Distinct()
        .Select(code => new Kind("Belvedere.Build", code, TitleOfPage(code), nameof(DiagnosticSeverity.Error)));

    static string TitleOfPage(string code) => Path.Combine(Pages, $"{code}.md") is var page && File.Exists(page)
        ? File.ReadLines(page).First().Split(": ", 2)[^1]
        : "No page";

    [GeneratedRegex("\"(?<code>BLV[0-9]{4})\"")]
    private static partial Regex Code();

    sealed record Kind(string Folder, string Code, string Title, string Severity)
    {
        public static Kind Of(Type declared, DiagnosticDescriptor descriptor) =>
            new(declared.Namespace!, descriptor.Code, descriptor.Title, descriptor.Severity.ToString());
    }
}
