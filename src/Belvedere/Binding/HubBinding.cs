namespace Belvedere.Binding;

/// <summary>The hub with its defaults.</summary>
static class HubBinding
{
    public static BoundHub Bind(Hub hub, ObjectStorage? storage, BindingContext context)
    {
        if (hub.Platform.Problem is { } problem)
            context.Found.Add(BindingDiagnostics.BadPlatform(hub, problem));

        var defaults = context.Defaults;
        return new BoundHub
        {
            Authored = hub,
            Namespace = hub.Namespace ?? defaults.HubNamespace,
            Receive = hub.Receive is { } receive ? BindReceive(receive, defaults) : null,
            Querier = hub.Querier is { } querier ? BindQuerier(querier, defaults) : null,
            Storage = storage is S3ObjectStorage s3 ? BindS3(s3) : null,
        };
    }

    static BoundReceive BindReceive(Receive receive, DefaultValues defaults)
    {
        var ingestors = receive.Ingestors ?? defaults.Ingestors;
        return new BoundReceive
        {
            Authored = receive,
            Ingestor = Component(receive, defaults.IngestorResources, defaults),
            Router = Component(receive, defaults.RouterResources, defaults),
            Ingestors = ingestors,
            Routers = receive.Routers ?? defaults.Routers,
            ReplicationFactor = receive.ReplicationFactor ?? (ingestors >= defaults.ReplicationFactor ? defaults.ReplicationFactor : 1),
            Retention = receive.Retention ?? defaults.ReceiveRetention,
            OutOfOrderWindow = receive.OutOfOrderWindow ?? defaults.OutOfOrderWindow,
            Volume = receive.Volume ?? defaults.ReceiveVolume,
            ServerCertificate = receive.ServerCertificate ?? SecretReference.Existing(defaults.ServerCertificate),
        };
    }

    static BoundQuerier BindQuerier(Querier querier, DefaultValues defaults) => new()
    {
        Authored = querier,
        Component = Component(querier, defaults.QuerierResources, defaults),
        Replicas = querier.Replicas ?? defaults.QuerierReplicas,
        Timeout = querier.Timeout ?? defaults.QueryTimeout,
        MaxConcurrent = querier.MaxConcurrent ?? defaults.QueryMaxConcurrent,
    };

    static BoundS3 BindS3(S3ObjectStorage storage) => new()
    {
        Authored = storage,
        AccessKeyIdKey = storage.AccessKeyIdKey ?? "AWS_ACCESS_KEY_ID",
        SecretAccessKeyKey = storage.SecretAccessKeyKey ?? "AWS_SECRET_ACCESS_KEY",
    };

    static BoundComponent Component(ThanosComponent authored, Resources resources, DefaultValues defaults) => new()
    {
        Authored = authored,
        Image = authored.Image ?? defaults.ThanosImage,
        Resources = authored.Resources ?? resources,
    };
}
