namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Each way in which a repository reaches clusters, alone and together.</summary>
static class RandomDelivery
{
    public static Delivery[] Of(Dice dice, Profiles profiles, Platform hub)
    {
        if (dice.Chance(0.1))
            return [];

        var deliveries = new List<Delivery>
        {
            new ArgoCd("https://git.example.com/monitoring.git")
            {
                Path = dice.Maybe(() => "generated/fleet"),
                Revision = dice.Maybe(() => dice.One("release", "v1.0.0")),
                Namespace = hub.IsOpenShift ? "openshift-gitops" : dice.Maybe(() => "argo"),
                Acm = dice.Maybe(() => new AcmFleet { ClusterSets = dice.Chance(0.3) ? ["global", "eu"] : [] }),
            },
        };
        if (dice.Chance(0.4))
            deliveries.Add(new AcmAddOn("fleet-metrics")
            {
                Profiles = [dice.One(profiles.All)],
                ClusterSets = dice.Chance(0.3) ? ["eu"] : [],
                Namespace = dice.Maybe(() => "fleet-addon"),
                SigningAuthority = dice.Maybe(() => SecretReference.Existing(RandomValues.Existing + "signer"), 0.5),
            });
        if (dice.Chance(0.7) && profiles.OpenShift.FirstOrDefault(profile => profile.OpenShift is ClusterMonitoringConfig { Identity: WriteIdentity.RunTime } && !deliveries.OfType<AcmAddOn>().Any(addOn => addOn.Profiles!.Contains(profile))) is { } same)
            deliveries.Add(new AcmSubscription("https://git.example.com/monitoring.git") { Profiles = [same], Path = dice.Maybe(() => "generated/fleet"), Branch = dice.Maybe(() => "release"), Credentials = dice.Maybe(() => SecretReference.Existing(RandomValues.Existing + "git")), ClusterSets = dice.Chance(0.3) ? ["eu"] : [], Namespace = dice.Maybe(() => "fleet-addon") });
        return [.. deliveries];
    }
}
