using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>A bucket of S3 or of a service that speaks its protocol.</summary>
public sealed record S3ObjectStorage : ObjectStorage
{
    /// <summary>Names the bucket and the service.</summary>
    public S3ObjectStorage(string bucket, string endpoint, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(line, file) => (Bucket, Endpoint) = (bucket, endpoint);

    /// <summary>The bucket's name (<c>bucket</c>).</summary>
    public string Bucket { get; }

    /// <summary>The service's host without a scheme (<c>endpoint</c>).</summary>
    public string Endpoint { get; }

    /// <summary>
    /// The Secret with the access key, in the hub's namespace. Its keys reach the pods as environment variables. Null: the pods
    /// are known by their service accounts (<c>aws_sdk_auth</c>).
    /// </summary>
    public SecretReference? Credentials { get; init; }

    /// <summary>The key in the Secret that holds the access key's id. Default <c>AWS_ACCESS_KEY_ID</c>.</summary>
    public string? AccessKeyIdKey { get; init; }

    /// <summary>The key in the Secret that holds the secret access key. Default <c>AWS_SECRET_ACCESS_KEY</c>.</summary>
    public string? SecretAccessKeyKey { get; init; }

    /// <summary>The key in the Secret that holds a session token; none by default.</summary>
    public string? SessionTokenKey { get; init; }

    /// <summary>The service's region (<c>region</c>); found from the endpoint when null.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the service is spoken to without TLS (<c>insecure</c>). Default false.</summary>
    public bool? Insecure { get; init; }

    /// <summary>Whether only IPv4 is used (<c>disable_dualstack</c>). Default false.</summary>
    public bool? DisableDualStack { get; init; }

    /// <summary>Whether requests are signed in the old way (<c>signature_version2</c>). Default false.</summary>
    public bool? SignatureVersion2 { get; init; }

    /// <summary>How the bucket is named in requests (<c>bucket_lookup_type</c>). Default <see cref="BucketLookup.Auto"/>.</summary>
    public BucketLookup? BucketLookup { get; init; }

    /// <summary>The version of the list operation (<c>list_objects_version</c>), <c>v1</c> or <c>v2</c>; the client's own when null.</summary>
    public string? ListObjectsVersion { get; init; }

    /// <summary>Metadata of every object (<c>put_user_metadata</c>), for example a storage class of the service.</summary>
    public LabelSet ObjectMetadata { get; init; } = LabelSet.Empty;

    /// <summary>Whether a checksum is sent with each part (<c>send_content_md5</c>). Default true.</summary>
    public bool? SendContentMd5 { get; init; }

    /// <summary>Whether objects are sent whole (<c>disable_multipart</c>). Default false.</summary>
    public bool? DisableMultipart { get; init; }

    /// <summary>The size of the parts that a large object is sent in (<c>part_size</c>). Default 64 MiB.</summary>
    public ByteSize? PartSize { get; init; }

    /// <summary>How often a request that failed is made again (<c>max_retries</c>); the client's own when null.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The service that exchanges tokens (<c>sts_endpoint</c>), as a URL; the region's own when null.</summary>
    public string? StsEndpoint { get; init; }

    /// <summary>Encryption by the service (<c>sse_config</c>); the bucket's own when null.</summary>
    public S3Encryption? Encryption { get; init; }

    /// <summary>The HTTP client (<c>http_config</c>).</summary>
    public StorageHttpClient? Http { get; init; }

    /// <summary>Second requests for slow ones (<c>hedging_config</c>); none by default.</summary>
    public StorageHedging? Hedging { get; init; }

    /// <summary>Whether every request is logged (<c>trace.enable</c>). Default false.</summary>
    public bool? Trace { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"bucket '{Bucket}'";
}

/// <summary>How a bucket is named in requests.</summary>
public enum BucketLookup
{
    /// <summary>As the service wants it.</summary>
    Auto = 1,

    /// <summary>In the host name.</summary>
    VirtualHosted,

    /// <summary>In the path: most services beside Amazon's.</summary>
    Path,
}

/// <summary>Encryption by the service.</summary>
public abstract record S3Encryption
{
    private protected S3Encryption()
    {
    }

    /// <summary>With keys of the service (<c>SSE-S3</c>).</summary>
    public static ServiceKeyEncryption ServiceKeys { get; } = new();

    /// <summary>With a key of the key management service (<c>SSE-KMS</c>).</summary>
    /// <param name="keyId">The key's id.</param>
    public static ManagedKeyEncryption ManagedKey(string keyId) => new() { KeyId = keyId };

    /// <summary>With a key that every request brings (<c>SSE-C</c>).</summary>
    /// <param name="secret">The Secret with the key.</param>
    /// <param name="key">The key's name in it.</param>
    public static CustomerKeyEncryption CustomerKey(SecretReference secret, string key) => new() { Key = new(secret, key) };
}

/// <summary>Encryption with keys of the service.</summary>
public sealed record ServiceKeyEncryption : S3Encryption;

/// <summary>Encryption with a key of the key management service.</summary>
public sealed record ManagedKeyEncryption : S3Encryption
{
    /// <summary>The key's id (<c>kms_key_id</c>).</summary>
    public required string KeyId { get; init; }

    /// <summary>Names and values that are bound to the data (<c>kms_encryption_context</c>).</summary>
    public LabelSet Context { get; init; } = LabelSet.Empty;
}

/// <summary>Encryption with a key that every request brings.</summary>
public sealed record CustomerKeyEncryption : S3Encryption
{
    /// <summary>Where the key is kept.</summary>
    public required SecretKey Key { get; init; }
}
