using Belvedere.Binding;
using Belvedere.Documents;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// What each role must be allowed, in the cloud's own words: files for whoever makes the identities, beside the manifests.
/// Only the Compactor deletes blocks; writers delete what they could not finish.
/// </summary>
static class StoragePolicies
{
    static readonly StorageRole[] Roles = [StorageRole.Writer, StorageRole.Compactor, StorageRole.Reader];

    public static IEnumerable<LoweredFile> Lower(BoundHub hub) => hub.Storage is { Identities: not null } storage
        ? Roles.Select(role => (Role: role, Policy: Policy(storage, role))).Where(made => made.Policy is not null).Select(made => new LoweredFile($"{hub.Folder}/storage/{made.Role.ToString().ToLowerInvariant()}.json", Json(made.Policy!)))
        : [];

    static MapNode? Policy(ObjectStorage storage, StorageRole role) => storage switch
    {
        S3ObjectStorage s3 => Amazon(s3, role),
        GcsObjectStorage => Google(role),
        AzureObjectStorage azure => Azure(azure, role),
        _ => null,
    };

    static MapNode Amazon(S3ObjectStorage s3, StorageRole role)
    {
        var bucket = $"arn:aws:s3:::{s3.Bucket}";
        var objects = s3.Prefix is { } prefix ? $"{bucket}/{prefix}/*" : $"{bucket}/*";
        string[] writing = ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];
        return MapNode.Of(
            ("Version", Of("2012-10-17")),
            ("Statement", new ListNode(
            [
                Statement("Bucket", ["s3:ListBucket", "s3:GetBucketLocation"], bucket),
                Statement("Objects", role is StorageRole.Reader ? ["s3:GetObject"] : ["s3:GetObject", .. writing], objects),
            ])));
    }

    static MapNode Statement(string id, IReadOnlyList<string> actions, string resource) => MapNode.Of(
        ("Sid", Of(id)),
        ("Effect", Of("Allow")),
        ("Action", ListNode.Of(actions)),
        ("Resource", ListNode.Of(resource)));

    static MapNode Google(StorageRole role)
    {
        string[] reading = ["storage.buckets.get", "storage.objects.get", "storage.objects.list"];
        return MapNode.Of(
            ("title", Of($"Thanos {role.ToString().ToLowerInvariant()}")),
            ("stage", Of("GA")),
            ("includedPermissions", ListNode.Of(role is StorageRole.Reader ? reading : [.. reading, "storage.objects.create", "storage.objects.delete"])));
    }

    static MapNode Azure(AzureObjectStorage azure, StorageRole role)
    {
        const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
        string[] reading = [$"{Blobs}/read"];
        return MapNode.Of(
            ("Name", Of($"Thanos {role.ToString().ToLowerInvariant()} of {azure.Container}")),
            ("Actions", ListNode.Of("Microsoft.Storage/storageAccounts/blobServices/containers/read")),
            ("DataActions", ListNode.Of(role is StorageRole.Reader ? reading : [.. reading, $"{Blobs}/write", $"{Blobs}/add/action", $"{Blobs}/delete"])));
    }
}
