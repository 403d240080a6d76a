using Belvedere.PromQL.Tests.Oracles;
using Belvedere.PromQL.Tests.Synthesis;

namespace Belvedere.PromQL.Tests.Rewriting;

/// <summary>
/// The lift and the inferred labels, judged by a real Prometheus: one server holds the series of two clusters, told apart by a
/// label; two more hold those of one cluster each, without it.
/// </summary>
public sealed class LiftProofTests
{
    const string Label = "fleet_cluster";

    static readonly Dialect Dialect242 = Dialect.Prometheus(new(2, 42));

    // One in so many expressions of the corpus, so that the data stays small.
    const int Stride = 3;

    [Test]
    public void A_lifted_expression_gives_each_cluster_what_the_original_gives_it_alone()
    {
        var series = new SyntheticSeries();
        var candidates = Candidates(series, out var excluded);
        using var folder = new TemporaryFolder();
        using var both = Server(folder, series, "both", [0, 1], Label);
        using var first = Server(folder, series, "first", [0], null);
        using var second = Server(folder, series, "second", [1], null);
        var inventory = PromParser.Parse("fleet_inventory", Dialect242).Expression!;

        var failures = new List<string>();
        int proved = 0, empty = 0, unliftable = 0, liftedByInventory = 0, labelled = 0;
        foreach (var analysis in candidates)
        {
            var text = PromPrinter.Print(analysis.Expression, Dialect242);
            QueryResult[] expected = [first.Query(text, SyntheticSeries.End), second.Query(text, SyntheticSeries.End)];
            if (expected.FirstOrDefault(result => result.Error is not null) is { } failed)
            {
                excluded.Add($"fails in one cluster already ({failed.Error}): {text}");
                continue;
            }

            foreach (var result in expected)
                if (LabelDifference(analysis, result) is { } wrong)
                    failures.Add($"labels: {text}\n  {analysis.Labels}\n  {wrong}");
            labelled += expected.Any(result => result.Labels.Count > 0) ? 1 : 0;

            var lift = analysis.Expression.Lift(Label);
            var needsInventory = lift.Expression is null;
            if (needsInventory)
                lift = analysis.Expression.Lift(Label, inventory);
            if (lift.Expression is null)
            {
                unliftable++;
                excluded.Add($"{string.Join("; ", lift.Findings.Where(finding => finding.IsError).Select(finding => finding.Message))}: {text}");
                continue;
            }

            var lifted = PromPrinter.Print(lift.Expression, Dialect242);
            var actual = both.Query(lifted, SyntheticSeries.End);
            if (actual.Error is not null)
            {
                failures.Add($"fails: {actual.Error}\n  {text}\n  {lifted}");
                continue;
            }

            var differences = Enumerable.Range(0, 2)
                .Select(cluster => QueryResult.Difference(expected[cluster], actual.Restrict(Label, "c" + cluster)))
                .OfType<string>()
                .ToList();
            var strays = actual.Labels.Count(labels => !labels.ContainsKey(Label));
            if (differences.Count > 0 || strays > 0)
                failures.Add($"differs: {text}\n  {lifted}\n  {string.Join("\n  ", differences)} ({strays} without {Label})");
            else if (expected.All(result => result.Labels.Count == 0))
                empty++;
            else
                (proved, liftedByInventory) = (proved + 1, liftedByInventory + (needsInventory ? 1 : 0));
        }

        TestContext.Out.WriteLine(
            $"{proved} proved with a result ({liftedByInventory} by an inventory), {empty} empty on both sides, {unliftable} not liftable, "
            + $"{labelled} with checked labels, {excluded.Count} excluded; {series.Count} profiles");
        foreach (var reason in excluded)
            TestContext.Out.WriteLine("excluded: " + reason);
        Assert.Multiple(() =>
        {
            Assert.That(failures, Is.Empty, () => $"{failures.Count} failures:\n" + string.Join("\n\n", failures.Take(20)));
            Assert.That(proved, Is.GreaterThanOrEqualTo(300));
        });
    }

    static List<ExpressionAnalysis> Candidates(SyntheticSeries series, out List<string> excluded)
    {
        var candidates = new List<ExpressionAnalysis>();
        excluded = [];
        var number = 0;
        foreach (var text in CorpusExpressions.All().Where(row => row.IsPromQL).Select(row => row.Text).Distinct())
        {
            if (number++ % Stride != 0)
                continue;
            var result = PromParser.Parse(text, Dialect242);
            if (result.HasErrors || result.Expression!.Type != ExpressionType.InstantVector)
                continue;

            var analysis = ExpressionAnalysis.Of(result.Expression);
            if (series.Add(analysis) is { } reason)
                excluded.Add($"{reason}: {text}");
            else
                candidates.Add(analysis);
        }

        series.Add(ExpressionAnalysis.Of(PromParser.Parse("fleet_inventory").Expression!));
        return candidates;
    }

    static PrometheusServer Server(TemporaryFolder folder, SyntheticSeries series, string name, int[] clusters, string? label)
    {
        var path = folder.Path(name + ".om");
        series.Write(path, clusters, label);
        return PrometheusServer.StartWith(path);
    }

    /// <summary>Possible must hold what is there, and what is there must hold guaranteed.</summary>
    static string? LabelDifference(ExpressionAnalysis analysis, QueryResult result)
    {
        if (analysis.Result.Presence.Kind == ResultPresence.Never && result.Labels.Count > 0)
            return "there should never be a result: " + analysis.Result.Presence.Reason;
        if (analysis.Result.Presence.Kind == ResultPresence.Always && result.Labels.Count == 0)
            return "there should always be a result: " + analysis.Result.Presence.Reason;

        foreach (var labels in result.Labels)
        {
            if (analysis.Labels.Guaranteed.FirstOrDefault(label => !labels.ContainsKey(label)) is { } missing)
                return $"{missing} was guaranteed: {analysis.Labels.Of(missing).Explain(missing)}";
            if (labels.Keys.FirstOrDefault(label => !analysis.Labels.Survives(label)) is { } impossible)
                return $"{impossible} was excluded: {analysis.Labels.Of(impossible).Explain(impossible)}";
        }

        foreach (var value in result.Series.Values)
            if (double.IsNaN(value) ? !analysis.Result.Values.CanBeNaN : value < analysis.Result.Values.Minimum || value > analysis.Result.Values.Maximum)
                return $"{value} is not in {analysis.Result.Values}";

        return null;
    }
}
