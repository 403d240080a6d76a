using Belvedere.Documents;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Object storage → the configuration that Thanos reads. What holds a secret is a variable there: <c>$(NAME)</c>.</summary>
static class StorageConfiguration
{
    public static MapNode Of(ObjectStorage storage, StorageIdentity? identity) => storage switch
    {
        S3ObjectStorage s3 => Config("S3", s3, S3(s3, identity), Hedging(s3.Hedging)),
        BucketClaimStorage claim => Config("S3", claim, Claim(claim), hedging: null),
        GcsObjectStorage gcs => Config("GCS", gcs, Gcs(gcs), hedging: null),
        AzureObjectStorage azure => Config("AZURE", azure, Azure(azure, identity), hedging: null),
        FileSystemStorage fileSystem => Config("FILESYSTEM", fileSystem, [("directory", Text.Of(StorageSecrets.FileSystemFolder))], hedging: null),
        _ => throw new InvalidOperationException($"{storage.GetType().Name} is no kind of storage."),
    };

    static MapNode Config(string type, ObjectStorage storage, IEnumerable<(string, Node?)> config, Node? hedging) => MapNode.Of(
        ("type", Text.Of(type)),
        ("config", MapNode.Of(config)),
        ("prefix", Text.Of(storage.Prefix)),
        ("hedging_config", hedging));

    static IEnumerable<(string, Node?)> S3(S3ObjectStorage s3, StorageIdentity? identity) =>
    [
        ("bucket", Text.Of(s3.Bucket)),
        ("endpoint", Text.Of(s3.Endpoint)),
        ("region", Text.Of(s3.Region)),
        // Without a key the client asks the cloud who the pod is.
        ("aws_sdk_auth", s3.Credentials is null && identity?.Credentials is null ? ScalarNode.True : null),
        ("insecure", Text.Of(s3.Insecure)),
        ("disable_dualstack", Text.Of(s3.DisableDualStack)),
        ("signature_version2", Text.Of(s3.SignatureVersion2)),
        ("bucket_lookup_type", Text.Of(s3.BucketLookup switch
        {
            null => null,
            BucketLookup.VirtualHosted => "virtual-hosted",
            BucketLookup.Path => "path",
            _ => "auto",
        })),
        ("list_objects_version", Text.Of(s3.ListObjectsVersion)),
        ("put_user_metadata", Text.Of(s3.ObjectMetadata)),
        ("send_content_md5", Text.Of(s3.SendContentMd5)),
        ("disable_multipart", Text.Of(s3.DisableMultipart)),
        ("part_size", Text.Of(s3.PartSize?.Bytes)),
        ("max_retries", Text.Of(s3.MaxRetries)),
        ("sts_endpoint", Text.Of(s3.StsEndpoint)),
        ("sse_config", Encryption(s3.Encryption)),
        ("http_config", Http(s3.Http)),
        ("trace", s3.Trace is { } trace ? MapNode.Of(("enable", ScalarNode.Boolean(trace))) : null),
    ];

    // The claim's ConfigMap and Secret give these to the pods.
    static IEnumerable<(string, Node?)> Claim(BucketClaimStorage claim) =>
    [
        ("bucket", Text.Of("$(BUCKET_NAME)")),
        ("endpoint", Text.Of("$(BUCKET_HOST):$(BUCKET_PORT)")),
        ("bucket_lookup_type", Text.Of("path")),
        ("http_config", Http(claim.Http)),
    ];

    static IEnumerable<(string, Node?)> Gcs(GcsObjectStorage gcs) =>
    [
        ("bucket", Text.Of(gcs.Bucket)),
        ("use_grpc", Text.Of(gcs.UseGrpc)),
        ("grpc_conn_pool_size", Text.Of(gcs.GrpcConnections)),
        ("chunk_size_bytes", Text.Of(gcs.ChunkSize?.Bytes)),
        ("max_retries", Text.Of(gcs.MaxRetries)),
        ("http_config", Http(gcs.Http)),
    ];

    static IEnumerable<(string, Node?)> Azure(AzureObjectStorage azure, StorageIdentity? identity) =>
    [
        ("storage_account", Text.Of(azure.Account)),
        ("storage_account_key", StorageSecrets.AccountKey(azure, identity) is null ? null : Text.Of("$(AZURE_STORAGE_KEY)")),
        ("container", Text.Of(azure.Container)),
        ("endpoint", Text.Of(azure.Endpoint)),
        ("user_assigned_id", Text.Of(azure.UserAssignedId)),
        ("max_retries", Text.Of(azure.MaxRetries)),
        ("http_config", Http(azure.Http)),
    ];

    static MapNode? Encryption(S3Encryption? encryption) => encryption switch
    {
        ServiceKeyEncryption => MapNode.Of(("type", Text.Of("SSE-S3"))),
        ManagedKeyEncryption managed => MapNode.Of(("type", Text.Of("SSE-KMS")), ("kms_key_id", Text.Of(managed.KeyId)), ("kms_encryption_context", Text.Of(managed.Context))),
        CustomerKeyEncryption => MapNode.Of(("type", Text.Of("SSE-C")), ("encryption_key", Text.Of(StorageSecrets.EncryptionKeyFile))),
        _ => null,
    };

    static MapNode? Http(StorageHttpClient? http) => http is null ? null : MapOrNothing(
        ("idle_conn_timeout", Text.Of(http.IdleTimeout)),
        ("response_header_timeout", Text.Of(http.ResponseTimeout)),
        ("tls_handshake_timeout", Text.Of(http.HandshakeTimeout)),
        ("expect_continue_timeout", Text.Of(http.ContinueTimeout)),
        ("max_idle_conns", Text.Of(http.MaxIdleConnections)),
        ("max_idle_conns_per_host", Text.Of(http.MaxIdleConnectionsPerHost)),
        ("max_conns_per_host", Text.Of(http.MaxConnectionsPerHost)),
        ("disable_compression", Text.Of(http.DisableCompression)),
        ("insecure_skip_verify", Text.Of(http.InsecureSkipVerify)),
        ("tls_config", MapOrNothing(
            ("ca_file", http.Authority is null ? null : Text.Of(StorageSecrets.AuthorityFile)),
            ("cert_file", http.ClientCertificate is null ? null : Text.Of(StorageSecrets.ClientCertificateFile)),
            ("key_file", http.ClientCertificate is null ? null : Text.Of(StorageSecrets.ClientKeyFile)),
            ("server_name", Text.Of(http.ServerName)))));

    static MapNode? Hedging(StorageHedging? hedging) => hedging is null ? null : MapNode.Of(
        ("enabled", ScalarNode.True),
        ("up_to", Text.Of(hedging.UpTo ?? 3)),
        ("quantile", ScalarNode.Float((hedging.Percentile ?? 90) / 100.0)));
}
