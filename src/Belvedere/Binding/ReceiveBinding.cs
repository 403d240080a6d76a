namespace Belvedere.Binding;

/// <summary>Receive's rings, their StatefulSets, and who may write.</summary>
static class ReceiveBinding
{
    /// <summary>The label that tells an ingestor's copy from the others': the Querier removes it.</summary>
    public const string ReplicaLabel = "receive_replica";

    const string Ingestor = "thanos-receive-ingestor";

    public static BoundReceive Bind(Hub hub, Receive receive, ComponentBinding components, BindingContext context)
    {
        var defaults = context.Defaults.Hub;
        var router = receive.Router ?? new ReceiveRouter(receive.Location.Line, receive.Location.File);
        IReadOnlyList<BoundHashring> rings = receive.Hashrings is []
            ? [Ring(null, receive, components, defaults)]
            : [.. receive.Hashrings.Select(ring => Ring(ring, receive, components, defaults))];
        foreach (var (second, first) in Binder.Duplicates(receive.Hashrings, ring => ring.Name))
            context.Found.Add(BindingDiagnostics.SameName(second, first));

        var certificate = CertificateBinding.Bind(receive.ServerCertificate, defaults.ServerCertificate, defaults);
        return new BoundReceive
        {
            Authored = receive,
            Mode = receive.Mode ?? ReceiveMode.Split,
            Router = components.Thanos(router, defaults.RouterResources),
            AuthoredRouter = router,
            Routers = router.Replicas ?? defaults.Routers,
            ForwardWorkers = router.ForwardWorkers ?? defaults.ForwardWorkers,
            Rings = rings,
            ReplicationFactor = receive.ReplicationFactor ?? (rings.Min(ring => ring.Ingestors) >= defaults.ReplicationFactor ? defaults.ReplicationFactor : 1),
            Tenancy = receive.Tenancy ?? Tenancy.Shared,
            DefaultTenant = (receive.Tenancy as SharedTenancy)?.Tenant ?? defaults.Tenant,
            OutOfOrderWindow = receive.OutOfOrderWindow ?? defaults.OutOfOrderWindow,
            FutureWindow = receive.FutureWindow ?? defaults.FutureWindow,
            Certificate = certificate,
            ClientAuthority = AuthorityBinding.Bind(receive.ClientAuthority, receive, certificate, context),
            Exposure = receive.Exposure ?? WriteExposure.DefaultOn(hub.Platform),
        };
    }

    static BoundHashring Ring(Hashring? ring, Receive receive, ComponentBinding components, HubDefaults defaults)
    {
        var ingestors = ring?.Ingestors ?? receive.Ingestors ?? defaults.Ingestors;
        var pods = ingestors + (ring?.Retiring ?? receive.Retiring ?? 0);
        var component = components.Thanos(
            receive with { Resources = ring?.Resources ?? receive.Resources, Scheduling = ring?.Scheduling ?? receive.Scheduling },
            defaults.IngestorResources);
        var name = ring is null ? Ingestor : $"{Ingestor}-{ring.Name}";

        BoundIngestors Group(string groupName, string? zone, int count, int all) => new()
        {
            Name = groupName,
            Zone = zone,
            Count = count,
            Retiring = all - count,
            Component = zone is null ? component : component with { Scheduling = InZone(component.Scheduling, zone) },
            Volume = ring?.Volume ?? receive.Volume ?? defaults.ReceiveVolume,
            StorageClass = ring?.StorageClass ?? receive.StorageClass,
        };

        return new BoundHashring
        {
            Authored = ring,
            Name = ring?.Name ?? "default",
            Groups = ring?.Zones is { Count: > 0 } zones
                ? [.. zones.Select((zone, number) => Group($"{name}-{zone}", zone, Share(ingestors, zones.Count, number), Share(pods, zones.Count, number)))]
                : [Group(name, zone: null, ingestors, pods)],
            Retention = ring?.Retention ?? receive.Retention ?? defaults.ReceiveRetention,
        };
    }

    // The first zones take what cannot be divided.
    static int Share(int total, int parts, int number) => total / parts + (number < total % parts ? 1 : 0);

    static Scheduling InZone(Scheduling scheduling, string zone) =>
        scheduling with { NodeSelector = scheduling.NodeSelector.With(new() { ["topology.kubernetes.io/zone"] = zone }) };
}
