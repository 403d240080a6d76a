namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Platforms and their releases.</summary>
static class RandomPlatform
{
    static readonly string[] OpenShiftReleases = ["4.14", "4.15", "4.16", "4.17", "4.18", "4.19", "4.20", "4.21", "4.22"];

    public static Platform OfHub(Dice dice) => dice.Chance()
        ? Platform.Kubernetes(dice.One("1.29", "1.31", "1.33", "1.34"))
        : OpenShift(dice, dice.One<Func<string, Platform>>(Platform.OpenShift, Platform.OpenShift, Platform.Rosa));

    public static Platform Kubernetes(Dice dice) => Platform.Kubernetes(dice.One("1.28", "1.30", "1.32", "1.33", "1.34"));

    public static Platform OpenShift(Dice dice, Func<string, Platform> kind) => kind(dice.One(OpenShiftReleases)) with
    {
        ObservabilityOperator = dice.Chance(0.9) ? new(1, dice.Between(1, 4)) : null,
        HostedControlPlane = dice.Chance(0.2),
    };
}
