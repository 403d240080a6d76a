using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Sources;
using static Belvedere.Binding.RuleBindingDiagnostics;

namespace Belvedere.Binding;

/// <summary>Rules of C# and of files. What a file holds beside its groups' names is not looked at here.</summary>
static class RuleBinding
{
    public static IReadOnlyList<BoundRules> Bind(IReadOnlyList<RuleSource> sources, BindingContext context)
    {
        var bound = sources.SelectMany(source => source switch
        {
            RuleGroup group => [new WrittenRules(group, context.Runbooks)],
            RuleFiles files => Read(files, context),
            _ => Enumerable.Empty<BoundRules>(),
        }).ToList();

        foreach (var (second, first) in Binder.Duplicates(bound, rules => rules.Name))
            context.Found.Add(SameName(second, first));
        return [.. bound.OrderBy(rules => rules.Name, StringComparer.Ordinal)];
    }

    static IEnumerable<BoundRules> Read(RuleFiles files, BindingContext context)
    {
        var paths = context.Sources.Find(files.Path);
        if (paths.Count == 0)
            context.Found.Add(NoFile(files));
        return paths.SelectMany(path => ReadFile(files, path, context));
    }

    static IEnumerable<BoundRules> ReadFile(RuleFiles files, string path, BindingContext context)
    {
        var file = context.Sources.Read(path);
        var number = 0;
        foreach (var document in DocumentReading.Yaml(context, file, problem => Unreadable(files, path, problem), NotYaml))
        {
            number++;
            var at = SourceLocation.In(file.AbsolutePath, document.Span);
            switch (document)
            {
                case MapNode map when map["kind"] is ScalarNode { Text: "PrometheusRule" } && map["spec"] is MapNode spec && spec["groups"] is ListNode:
                    yield return new ReadRules(files, at, NameIn(map) ?? NameOf(file, number), spec);
                    break;
                case MapNode map when map["groups"] is ListNode && map["kind"] is null:
                    yield return new ReadRules(files, at, NameOf(file, number), map);
                    break;
                default:
                    context.Found.Add(NotRules(at, path));
                    break;
            }
        }
    }

    static string? NameIn(MapNode map) => (map["metadata"] as MapNode)?["name"] is ScalarNode { Kind: ScalarKind.String } name ? name.Text : null;

    // The file's own name, so that a rename of the file is the rename of its object; later documents of a file are numbered.
    static string NameOf(SourceFile file, int number)
    {
        var name = FileNames.ToLabel(file.Path);
        return number == 1 ? name : FormattableString.Invariant($"{name}-{number}");
    }
}
