using Belvedere.Verifier.Judgements;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Tests;

/// <summary>Small repositories and what one judgement says of them.</summary>
static class Judged
{
    /// <summary>A hub of one kustomization with these objects, each a document.</summary>
    public static Repository Hub(string objects) => Of(Unit("hub/observability", objects));

    /// <summary>A managed cluster with these objects.</summary>
    public static Repository Cluster(string platform, string objects) => Of(
        ("clusters/0/north/cluster.json", $$"""{"cluster": "north", "platform": "{{platform}}"}"""),
        Unit("clusters/0/north", objects));

    public static (string, string)[] Unit(string folder, string objects) =>
    [
        ($"{folder}/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [all.yaml]\n"),
        ($"{folder}/all.yaml", objects),
    ];

    public static Repository Of(params IEnumerable<(string Path, string Text)> files) => new(files.ToDictionary(file => file.Path, file => file.Text));

    public static Repository Of((string Path, string Text) first, params IEnumerable<(string Path, string Text)> files) => Of(files.Prepend(first));

    /// <summary>The repository with one text in place of another, which must be there.</summary>
    public static Repository With(this Repository repository, string before, string after)
    {
        Assert.That(repository.Files.Values.Where(text => text.Contains(before, StringComparison.Ordinal)), Is.Not.Empty, $"'{before}' is nowhere in the repository");
        return new(repository.Files.ToDictionary(file => file.Key, file => file.Value.Replace(before, after, StringComparison.Ordinal)));
    }

    /// <summary>What a judgement says.</summary>
    public static IEnumerable<string> By<T>(this Repository repository) where T : Judgement, new() => new T().Judge(Estate.Of(repository)).Select(finding => $"{finding.Subject}: {finding.Problem}");
}
