namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Buckets of every kind.</summary>
static class RandomStorage
{
    public static ObjectStorage Of(Dice dice, string bucket)
    {
        ObjectStorage storage = dice.Between(0, 6) switch
        {
            0 => ObjectStorage.BucketClaim(bucket, "openshift-storage.noobaa.io") with { BucketNamePrefix = dice.Maybe(() => "thanos"), Settings = dice.Chance(0.3) ? new() { ["maxSize"] = "1T" } : LabelSet.Empty, Http = dice.Maybe(() => Http(dice)) },
            1 => ObjectStorage.Gcs(bucket) with { Credentials = dice.Maybe(() => new SecretKey(RandomValues.Secret(dice, "gcs"), "account.json"), 0.6), UseGrpc = dice.MaybeBool(), GrpcConnections = dice.MaybeNumber(1, 4), ChunkSize = dice.MaybeSize(0.3, 16.MiB), MaxRetries = dice.MaybeNumber(1, 9), Http = dice.Maybe(() => Http(dice)) },
            2 => ObjectStorage.Azure("account", bucket) with { AccountKey = dice.Maybe(() => new SecretKey(RandomValues.Secret(dice, "azure"), "key"), 0.6), Endpoint = dice.Maybe(() => "blob.core.windows.net"), UserAssignedId = dice.Maybe(() => "0000-1111"), MaxRetries = dice.MaybeNumber(1, 9), Http = dice.Maybe(() => Http(dice)) },
            3 => ObjectStorage.FileSystem($"existing-{bucket}"),
            _ => S3(dice, bucket),
        };
        return storage with { Prefix = dice.Maybe(() => "eu"), Identities = storage.Identities ?? dice.Maybe(() => Identities(dice, storage), 0.3) };
    }

    static S3ObjectStorage S3(Dice dice, string bucket) => (dice.Chance(0.8)
        ? ObjectStorage.S3(bucket, dice.One("s3.example.com", "minio.storage.svc:9000", "s3.example.com:8443"), RandomValues.Secret(dice, "s3"))
        : ObjectStorage.S3(bucket, "s3.eu-west-1.amazonaws.com", new StorageIdentities { Writer = Known("writer"), Compactor = Known("compactor"), Reader = Known("reader") })) with
    {
        AccessKeyIdKey = dice.Maybe(() => "id"),
        SecretAccessKeyKey = dice.Maybe(() => "key"),
        SessionTokenKey = dice.Maybe(() => "session", 0.1),
        Region = dice.Maybe(() => "eu-west-1"),
        Insecure = dice.MaybeBool(),
        DisableDualStack = dice.MaybeBool(),
        SignatureVersion2 = dice.MaybeBool(),
        BucketLookup = dice.MaybeEnum<BucketLookup>(),
        ListObjectsVersion = dice.Maybe(() => "v2"),
        ObjectMetadata = dice.Chance(0.2) ? new() { ["X-Amz-Storage-Class"] = "STANDARD" } : LabelSet.Empty,
        SendContentMd5 = dice.MaybeBool(),
        DisableMultipart = dice.MaybeBool(),
        PartSize = dice.MaybeSize(0.3, 128.MiB),
        MaxRetries = dice.MaybeNumber(1, 9),
        StsEndpoint = dice.Maybe(() => "https://sts.example.com"),
        Encryption = dice.Maybe(() => dice.One<S3Encryption>(S3Encryption.ServiceKeys, S3Encryption.ManagedKey("key-1") with { Context = new() { ["team"] = "metrics" } }, S3Encryption.CustomerKey(RandomValues.Secret(dice, "sse"), "key"))),
        Http = dice.Maybe(() => Http(dice)),
        Hedging = dice.Maybe(() => new StorageHedging { UpTo = dice.MaybeNumber(2, 4), Percentile = dice.MaybeNumber(80, 99) }),
        Trace = dice.MaybeBool(),
    };

    static StorageIdentity Known(string role) => new() { ServiceAccountAnnotations = new() { ["eks.amazonaws.com/role-arn"] = $"arn:aws:iam::123456789012:role/{role}" } };

    static StorageIdentities Identities(Dice dice, ObjectStorage storage) => new()
    {
        Writer = dice.Maybe(() => Identity(dice, storage, "writer"), 0.6),
        Compactor = dice.Maybe(() => Identity(dice, storage, "compactor"), 0.6),
        Reader = dice.Maybe(() => Identity(dice, storage, "reader"), 0.6),
    };

    static StorageIdentity Identity(Dice dice, ObjectStorage storage, string role) =>
        dice.Chance() || storage is FileSystemStorage ? Known(role) : new() { Credentials = RandomValues.Secret(dice, $"storage-{role}") };

    static StorageHttpClient Http(Dice dice) => new()
    {
        IdleTimeout = dice.MaybeTime(0.2, 1.Minutes),
        ResponseTimeout = dice.MaybeTime(0.2, 2.Minutes),
        HandshakeTimeout = dice.MaybeTime(0.2, 10.Seconds),
        ContinueTimeout = dice.MaybeTime(0.2, 1.Seconds),
        MaxIdleConnections = dice.MaybeNumber(10, 200),
        MaxIdleConnectionsPerHost = dice.MaybeNumber(10, 200),
        MaxConnectionsPerHost = dice.MaybeNumber(10, 200),
        DisableCompression = dice.MaybeBool(),
        InsecureSkipVerify = dice.MaybeBool(0.1),
        Authority = dice.Maybe(() => new SecretKey(RandomValues.Secret(dice, "storage-ca"), "ca.crt")),
        ClientCertificate = dice.Maybe(() => RandomValues.Secret(dice, "storage-client")),
        ServerName = dice.Maybe(() => "s3.internal"),
    };
}
