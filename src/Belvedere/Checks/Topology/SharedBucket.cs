using Belvedere.Binding;

namespace Belvedere.Checks.Topology;

/// <summary>Buckets that several hubs keep blocks in.</summary>
static class SharedBucket
{
    /// <summary>The hubs of each bucket that more than one of them uses, in their order.</summary>
    public static IEnumerable<IReadOnlyList<BoundHub>> Of(BoundTopology topology) => topology.Hubs
        .Where(hub => Identity(hub.Storage) is not null)
        .GroupBy(hub => Identity(hub.Storage)!, StringComparer.Ordinal)
        .Select(bucket => bucket.ToList())
        .Where(bucket => bucket.Count > 1);

    // A claim and a volume are the hub's own, whatever they are named.
    static string? Identity(ObjectStorage? storage) => storage switch
    {
        S3ObjectStorage s3 => $"s3 {s3.Endpoint} {s3.Bucket} {Folder(s3.Prefix)}",
        GcsObjectStorage gcs => $"gcs {gcs.Bucket} {Folder(gcs.Prefix)}",
        AzureObjectStorage azure => $"azure {azure.Account} {azure.Container} {Folder(azure.Prefix)}",
        _ => null,
    };

    static string Folder(string? prefix) => (prefix ?? "").Trim('/');
}
