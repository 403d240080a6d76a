using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>A bucket of Google Cloud Storage.</summary>
public sealed record GcsObjectStorage : ObjectStorage
{
    /// <summary>Names the bucket.</summary>
    public GcsObjectStorage(string bucket, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Bucket = bucket;

    /// <summary>The bucket's name (<c>bucket</c>).</summary>
    public string Bucket { get; }

    /// <summary>
    /// The Secret and key with a service account's JSON. Null: the pods are known by their Kubernetes service accounts.
    /// </summary>
    public SecretKey? Credentials { get; init; }

    /// <summary>Whether gRPC is spoken (<c>use_grpc</c>). Default false.</summary>
    public bool? UseGrpc { get; init; }

    /// <summary>Connections of gRPC (<c>grpc_conn_pool_size</c>).</summary>
    public int? GrpcConnections { get; init; }

    /// <summary>The size of the parts that an object is sent in (<c>chunk_size_bytes</c>); the client's own when null.</summary>
    public ByteSize? ChunkSize { get; init; }

    /// <summary>How often a request that failed is made again (<c>max_retries</c>).</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The HTTP client.</summary>
    public StorageHttpClient? Http { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"bucket '{Bucket}'";
}
