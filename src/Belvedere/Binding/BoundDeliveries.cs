namespace Belvedere.Binding;

/// <summary>How the repository is delivered, with defaults; and who delivers the clusters of a profile.</summary>
sealed class BoundDeliveries(IReadOnlyList<Delivery> deliveries, BindingContext context)
{
    public BoundArgoCd? ArgoCd { get; } = deliveries.OfType<ArgoCd>().FirstOrDefault() is not { } argoCd ? null : new BoundArgoCd
    {
        Authored = argoCd,
        Namespace = argoCd.Namespace ?? context.Defaults.ArgoCdNamespace,
        Revision = argoCd.Revision ?? context.Defaults.Revision,
        Folder = (argoCd.Path ?? "").Trim('/'),
        ClusterSets = argoCd.Acm is { } fleet ? Sets(fleet.ClusterSets, context) : [],
    };

    public BoundAcmAddOn? AddOn { get; } = deliveries.OfType<AcmAddOn>().FirstOrDefault() is not { } addOn ? null
        : new BoundAcmAddOn(addOn, addOn.Namespace ?? context.Defaults.FleetNamespace, Sets(addOn.ClusterSets, context));

    public BoundAcmSubscription? Subscription { get; } = deliveries.OfType<AcmSubscription>().FirstOrDefault() is not { } made ? null
        : new BoundAcmSubscription(
            made, made.Namespace ?? context.Defaults.FleetNamespace, made.Branch ?? context.Defaults.Revision, (made.Path ?? "").Trim('/'), Sets(made.ClusterSets, context));

    /// <summary>
    /// The one that delivers clusters of a profile: the delivery that names it, or the one that names none. Null when there is
    /// none.
    /// </summary>
    public Delivery? OwnerOf(Profile profile) =>
        deliveries.FirstOrDefault(delivery => Names(delivery, profile)) ?? deliveries.FirstOrDefault(delivery => delivery.Profiles is null);

    /// <summary>Reports deliveries that would own the same clusters, and clusters that none would.</summary>
    public void Report(IEnumerable<Profile> profiles)
    {
        foreach (var (second, first) in Rivals(deliveries.Where(delivery => delivery.Profiles is null)).Concat(
            from profile in profiles
            from rivals in Rivals(deliveries.Where(delivery => Names(delivery, profile)))
            select rivals).Concat(deliveries.GroupBy(delivery => delivery.GetType()).SelectMany(Rivals)).Distinct())
            context.Found.Add(BindingDiagnostics.TwoDeliveries(second, first));

        if (deliveries.Count > 0)
            foreach (var profile in profiles.Where(profile => OwnerOf(profile) is null))
                context.Found.Add(BindingDiagnostics.NobodyDelivers(profile));
    }

    static bool Names(Delivery delivery, Profile profile) => delivery.Profiles?.Any(named => ReferenceEquals(named, profile)) == true;

    static IEnumerable<(Delivery Second, Delivery First)> Rivals(IEnumerable<Delivery> owners)
    {
        Delivery? first = null;
        foreach (var owner in owners)
            if (first is null)
                first = owner;
            else
                yield return (owner, first);
    }

    static IReadOnlyList<string> Sets(IReadOnlyList<string> sets, BindingContext context) => sets is [] ? [context.Defaults.ClusterSet] : sets;
}
