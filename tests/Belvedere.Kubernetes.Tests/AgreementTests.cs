using Belvedere.Documents;

namespace Belvedere.Kubernetes.Tests;

/// <summary>Our checks against NJsonSchema on the schemas that upstream publishes.</summary>
public class AgreementTests
{
    const int Count = 2_000;

    /// <summary>Why the two may differ. Each has to happen, or it explains nothing.</summary>
    static readonly (string Why, Func<Case, bool> Explains)[] Explanations =
    [
        ("JSON Schema cannot tell a list's items apart by their keys, and knows no rules over several fields.",
            difference => difference.Ours.Count > 0 && difference.Ours.All(problem => problem.Kind is ManifestProblemKind.Duplicate or ManifestProblemKind.BrokenRule)),
        ("API servers check values and bounds of Kubernetes' own types in code: upstream's schema does not say them.",
            difference => difference.Ours.Count > 0 && difference.Ours.All(problem => problem.Kind is ManifestProblemKind.UnknownValue or ManifestProblemKind.OutOfBounds && IsSilent(difference, problem))),
        ("A quantity is any text to the schema of Kubernetes' own types, and any text in a CRD that validates by its pattern alone.",
            difference => difference.Ours.Count > 0 && difference.Ours.All(problem => problem is { Kind: ManifestProblemKind.WrongForm, Reason: var reason } && reason.Contains("quantity", StringComparison.Ordinal))),
        ("The validator does not look at the range of int32 and int64.",
            difference => difference.Ours.Count > 0 && difference.Ours.All(problem => problem.Reason.Contains("does not fit in", StringComparison.Ordinal))),
    ];

    sealed record Case(CorpusObject Object, string What, IReadOnlyList<ManifestProblem> Ours, IReadOnlyList<string> Theirs)
    {
        public override string ToString() => $"{Object}, {What}\n    ours: {string.Join("; ", Ours)}\n    theirs: {string.Join("; ", Theirs.Take(3))}";
    }

    [Test]
    public void Both_judge_the_objects_of_the_corpus_alike()
    {
        var different =
            from item in Judged()
            let difference = new Case(item, "as it is", Ours(item.Manifest), UpstreamSchemas.Validate(item.ApiVersion, item.Kind, item.Manifest))
            where difference.Ours.Count > 0 != difference.Theirs.Count > 0
            select difference.ToString();

        Assert.That(different, Is.Empty);
    }

    [Test]
    public void Both_judge_two_thousand_broken_objects_alike_or_the_difference_is_explained()
    {
        var kinds = Judged().GroupBy(item => (item.ApiVersion, item.Kind)).Select(kind => kind.ToList()).ToList();
        var mutations = new Mutations(seed: 20261122);
        var differences = new List<Case>();
        var refused = 0;
        for (var at = 0; at < Count; at++)
        {
            var item = mutations.Pick(mutations.Pick(kinds));
            var (what, manifest) = mutations.Mutate(item.Manifest);
            var judged = new Case(item, what, Ours(manifest), UpstreamSchemas.Validate(item.ApiVersion, item.Kind, manifest));
            if (judged.Theirs.Count > 0)
                refused++;
            if (judged.Ours.Count > 0 != judged.Theirs.Count > 0)
                differences.Add(judged);
        }

        var unexplained = differences.Where(difference => !Explanations.Any(explanation => explanation.Explains(difference)));
        var idle = Explanations.Where(explanation => !differences.Any(explanation.Explains)).Select(explanation => explanation.Why);
        TestContext.Out.WriteLine($"{Count} broken objects of {kinds.Count} kinds: {refused} refused by the independent validator, {differences.Count} differences, each explained.");
        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.GreaterThan(Count / 2));
            Assert.That(unexplained.Select(difference => difference.ToString()), Is.Empty);
            Assert.That(idle, Is.Empty);
        });
    }

    static IEnumerable<CorpusObject> Judged() =>
        CorpusObjects.All.Where(item => item.Kind is not "CustomResourceDefinition" && UpstreamSchemas.Has(item) && ManifestSchema.Knows(item.ApiVersion, item.Kind));

    // A CRD says nothing of metadata.
    static List<ManifestProblem> Ours(MapNode manifest) =>
        [.. ManifestSchema.Validate(manifest).Where(problem => !problem.Path.ToString().StartsWith("metadata", StringComparison.Ordinal))];

    // Whether upstream's schema has no bound at the place of a problem.
    static bool IsSilent(Case difference, ManifestProblem problem) =>
        UpstreamSchemas.At(UpstreamSchemas.Schema(difference.Object), problem.Path) is { } schema
        && schema["enum"] is null && schema["minimum"] is null && schema["maximum"] is null && schema["minLength"] is null;
}
