using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>What a component does with blocks, and so what it must be allowed.</summary>
enum StorageRole
{
    /// <summary>Receive and Ruler.</summary>
    Writer,

    /// <summary>The Compactor.</summary>
    Compactor,

    /// <summary>The Store Gateway.</summary>
    Reader,
}

/// <summary>All that a workload needs to reach the bucket; empty where there is none.</summary>
sealed record StorageAccess
{
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    public IReadOnlyList<MountedFiles> Files { get; init; } = [];

    public IReadOnlyList<EnvironmentValue> Environment { get; init; } = [];

    public LabelSet AccountAnnotations { get; init; } = LabelSet.Empty;

    public IReadOnlyList<Call> Calls { get; init; } = [];
}

/// <summary>
/// The client configuration of the bucket, for every component that reads or writes blocks. It holds no credentials: those reach
/// the pods as environment variables and files, from Secrets.
/// </summary>
static class ObjectStorageLowering
{
    const string Name = "thanos-object-storage";
    const string Folder = "/etc/thanos/object-storage";

    static readonly StorageRole[] Roles = [StorageRole.Writer, StorageRole.Compactor, StorageRole.Reader];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Storage is not { } storage)
            return [];

        var files = Roles.Select(role => KeyValuePair.Create(FileOf(storage, role), Configuration(storage, role))).DistinctBy(file => file.Key);
        var configuration = ThanosWorkload.ConfigMap(topology, hub, Name, storage, [.. files]);
        return storage is BucketClaimStorage claim ? [configuration, Claim(topology, hub, claim)] : [configuration];
    }

    /// <summary>What a role needs.</summary>
    public static StorageAccess For(BoundHub hub, StorageRole role)
    {
        if (hub.Storage is not { } storage)
            return new();

        return new StorageAccess
        {
            Arguments = [Argument.Of("--objstore.config-file", $"{Folder}/{FileOf(storage, role)}")],
            Files =
            [
                // Thanos reads it once, so new content makes new pods.
                new("object-storage", Folder, new ConfigMapFiles(Name), Configuration(storage, role)),
                .. StorageSecrets.Files(storage, Identity(storage, role)),
            ],
            Environment = [.. StorageSecrets.Environment(storage, Identity(storage, role))],
            AccountAnnotations = Identity(storage, role)?.ServiceAccountAnnotations ?? LabelSet.Empty,
            Calls = [new OutsideCall(Port(storage))],
        };
    }

    static StorageIdentity? Identity(ObjectStorage storage, StorageRole role) => role switch
    {
        StorageRole.Writer => storage.Identities?.Writer,
        StorageRole.Compactor => storage.Identities?.Compactor,
        _ => storage.Identities?.Reader,
    };

    static string Configuration(ObjectStorage storage, StorageRole role) => Text.Yaml(StorageConfiguration.Of(storage, Identity(storage, role)));

    // One file, unless a role has another kind of credentials than the first.
    static string FileOf(ObjectStorage storage, StorageRole role) =>
        Configuration(storage, role) == Configuration(storage, StorageRole.Writer) ? "objstore.yaml" : $"objstore-{role.ToString().ToLowerInvariant()}.yaml";

    static int Port(ObjectStorage storage) => storage is S3ObjectStorage s3
        ? s3.Endpoint.LastIndexOf(':') is var colon and > 0 && int.TryParse(s3.Endpoint.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port)
            ? port
            : s3.Insecure is true ? 80 : 443
        : 443;

    static Manifest Claim(BoundTopology topology, BoundHub hub, BucketClaimStorage claim) => new(
        new CustomObject(
            "objectbucket.io/v1alpha1",
            "ObjectBucketClaim",
            MapNode.Of(
                ("metadata", MapNode.Of(
                    ("name", Text.Of(claim.Claim)),
                    ("namespace", Text.Of(hub.Namespace)),
                    ("labels", MapNode.Of(Labels.Of(topology.Name).Select(label => (label.Key, Text.Of(label.Value))))))),
                ("spec", MapNode.Of(
                    ("generateBucketName", Text.Of(claim.BucketNamePrefix ?? claim.Claim)),
                    ("storageClassName", Text.Of(claim.StorageClass)),
                    ("additionalConfig", Text.Of(claim.Settings)))))),
        HubTarget.Observability,
        Origin.Of(claim));
}
