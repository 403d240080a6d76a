using System.Globalization;
using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>Bytes depend on the model alone.</summary>
public class DeterminismTests
{
    static Dictionary<string, string> Output(IEnumerable<int> clusters)
    {
        using var project = new TemporaryFolder();
        project.Write("clusters.yaml", Fleets.Inventory(clusters));
        return Compiled.Texts(Compiled.Repository(Fleets.OfInventory("clusters.yaml"), project.Root));
    }

    [Property(MaxTest = 20)]
    public void The_order_of_the_inventory_changes_nothing(int seed)
    {
        var numbers = Enumerable.Range(0, 60).ToArray();
        var shuffled = numbers.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.That(Output(shuffled), Is.EqualTo(Output(numbers)));
    }

    [Test]
    public void The_culture_changes_nothing()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var expected = Compiled.Texts(Compiled.Repository(Fleets.Small()));
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"] };
            culture.DateTimeFormat.DateSeparator = "~";
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            Assert.That(Compiled.Texts(Compiled.Repository(Fleets.Small())), Is.EqualTo(expected));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Test]
    public void Many_runs_at_a_time_give_the_same()
    {
        var expected = Output(Enumerable.Range(0, 40));
        var outputs = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => Output(Enumerable.Range(0, 40))).ToList();
        Assert.That(outputs, Is.All.EqualTo(expected));
    }

    [Property(MaxTest = 20)]
    public void Adding_a_cluster_touches_only_its_own_files(FsCheck.PositiveInt size, FsCheck.NonNegativeInt added)
    {
        var numbers = Enumerable.Range(0, size.Get % 80 + 1).ToList();
        var number = numbers.Count + added.Get % 9000;
        var before = Output(numbers);
        var after = Output([.. numbers, number]);

        var changed = after.Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToList();
        var name = $"cluster-{number:D4}";
        // A ring appears with its first cluster, and then in the list of what the delivery holds.
        var known = new[] { "hub/argocd/applicationset-fleet-rest.yaml", "hub/argocd/applicationset-fleet-canary.yaml", "hub/argocd/kustomization.yaml" };
        var rings = before.ContainsKey(known[0]) && before.ContainsKey(known[1]) ? [] : known;
        Assert.That(changed.Except(rings), Is.EquivalentTo(new[] { $"clusters/{Layout.Shard(name)}/{name}/cluster.json", $"clusters/{Layout.Shard(name)}/{name}/kustomization.yaml" }));
        Assert.That(before.Keys.Except(after.Keys), Is.Empty);
    }
}
