using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Where blocks are kept. Credentials are always references.</summary>
public abstract record ObjectStorage : Element
{
    private protected ObjectStorage(int line, string file) : base(line, file)
    {
    }

    /// <summary>A folder in the bucket (<c>prefix</c>); none by default.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// An identity for each role, so that only the Compactor may delete. Where a role has none, it uses the storage's own
    /// credentials.
    /// </summary>
    public StorageIdentities? Identities { get; init; }

    /// <summary>An S3 bucket.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="endpoint">The host of the service, without a scheme, for example <c>s3.eu-west-1.amazonaws.com</c>.</param>
    /// <param name="credentials">The Secret that holds the access key.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static S3ObjectStorage S3(
        string bucket, string endpoint, SecretReference credentials, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(bucket, endpoint, line, file) { Credentials = credentials };

    /// <summary>An S3 bucket whose users are known by the service accounts of the pods (<c>aws_sdk_auth</c>).</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="endpoint">The host of the service, without a scheme.</param>
    /// <param name="identities">The annotations by which the service accounts are known.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static S3ObjectStorage S3(
        string bucket, string endpoint, StorageIdentities identities, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(bucket, endpoint, line, file) { Identities = identities };

    /// <summary>
    /// A bucket that OpenShift Data Foundation or Rook makes from a claim. Its name, host and key are known on the cluster only,
    /// and reach the pods as environment variables.
    /// </summary>
    /// <param name="claim">The name of the <c>ObjectBucketClaim</c>, and of the ConfigMap and Secret that come of it.</param>
    /// <param name="storageClass">For example <c>openshift-storage.noobaa.io</c>.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static BucketClaimStorage BucketClaim(
        string claim, string storageClass, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(claim, storageClass, line, file);

    /// <summary>A bucket of Google Cloud Storage.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static GcsObjectStorage Gcs(string bucket, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") => new(bucket, line, file);

    /// <summary>A container of Azure Blob Storage.</summary>
    /// <param name="account">The storage account.</param>
    /// <param name="container">The container.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static AzureObjectStorage Azure(
        string account, string container, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") => new(account, container, line, file);

    /// <summary>A folder on a volume that all pods share. For trials: a file system is no object store under load.</summary>
    /// <param name="claim">A PersistentVolumeClaim of mode <c>ReadWriteMany</c> in the hub's namespace.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static FileSystemStorage FileSystem(string claim, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") => new(claim, line, file);
}

/// <summary>
/// Who the hub's components are to the storage. Policies that allow each role what it needs, and nothing more, are written to
/// <c>hub/storage/</c>.
/// </summary>
public sealed record StorageIdentities
{
    /// <summary>Receive and Ruler: they read, write, and delete what they could not finish.</summary>
    public StorageIdentity? Writer { get; init; }

    /// <summary>The Compactor: it also deletes.</summary>
    public StorageIdentity? Compactor { get; init; }

    /// <summary>The Store Gateway: it only reads.</summary>
    public StorageIdentity? Reader { get; init; }
}

/// <summary>Who some components are to the storage.</summary>
public sealed record StorageIdentity
{
    /// <summary>The Secret with this role's credentials; the storage's own when null.</summary>
    public SecretReference? Credentials { get; init; }

    /// <summary>
    /// Annotations of the service accounts, by which the cloud knows the pods, for example <c>eks.amazonaws.com/role-arn</c>,
    /// <c>iam.gke.io/gcp-service-account</c> or <c>azure.workload.identity/client-id</c>.
    /// </summary>
    public LabelSet ServiceAccountAnnotations { get; init; } = LabelSet.Empty;
}
