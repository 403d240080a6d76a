using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

public class OutputTests
{
    [Test]
    public void The_output_of_a_small_fleet_is_the_baseline() =>
        Baseline.Matches(Checkout.Path("tests", "Belvedere.Tests", "Baselines", "Small"), Compiled.Texts(Compiled.Repository(Fleets.Small())));

    [Test]
    public void Every_kustomization_of_a_small_fleet_builds() => OutputJudges.EveryKustomizationBuilds(Compiled.Repository(Fleets.Small()));

    [Test]
    public void Every_object_of_a_small_fleet_is_valid() => OutputJudges.EveryObjectIsValid(Compiled.Repository(Fleets.Small()));
}
