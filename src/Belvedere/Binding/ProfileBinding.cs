namespace Belvedere.Binding;

/// <summary>A profile with its defaults.</summary>
static class ProfileBinding
{
    public static BoundProfile Bind(Profile profile, ClusterBindingContext context)
    {
        var defaults = context.Shared.Defaults;
        var write = profile.Collection as RemoteWrite ?? new RemoteWrite();
        return new BoundProfile
        {
            Authored = profile,
            Hub = context.Hubs.Find(profile, profile.Hub, nameof(Profile.Hub)) ?? (context.Hubs.All is [var only] ? only : null),
            SecondHub = context.Hubs.Find(profile, profile.SecondHub, nameof(Profile.SecondHub)),
            Namespace = profile.Namespace ?? defaults.ClusterNamespace,
            ScrapeInterval = profile.ScrapeInterval ?? defaults.ScrapeInterval,
            FederationInterval = profile.ScrapeInterval ?? defaults.FederationInterval,
            Retention = profile.Retention ?? defaults.ClusterRetention,
            Replicas = profile.Replicas ?? defaults.ClusterReplicas,
            Volume = profile.Volume,
            StorageClass = profile.StorageClass,
            Resources = profile.Resources ?? defaults.ClusterResources,
            MonitorLabels = profile.MonitorLabels,
            ExternalLabels = profile.ExternalLabels,
            ClientCertificate = profile.ClientCertificate ?? SecretReference.Existing(defaults.ClientCertificate),
            Ship = write.Ship,
            Queue = BindQueue(write.Queue, defaults.Queue),
            Relabel = write.Relabel,
            WriteTimeout = write.Timeout ?? defaults.WriteTimeout,
            OpenShift = OpenShiftBinding.Bind(profile, context.Shared),
            Rules = context.RulesOf(profile),
        };
    }

    static BoundQueue BindQueue(WriteQueue queue, BoundQueue defaults) => new()
    {
        MaxShards = queue.MaxShards ?? defaults.MaxShards,
        MaxSamplesPerSend = queue.MaxSamplesPerSend ?? defaults.MaxSamplesPerSend,
        Capacity = queue.Capacity ?? defaults.Capacity,
        MinBackoff = queue.MinBackoff ?? defaults.MinBackoff,
        MaxBackoff = queue.MaxBackoff ?? defaults.MaxBackoff,
    };
}
