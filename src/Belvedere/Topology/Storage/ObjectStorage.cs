using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Where blocks are kept. Credentials are always references.</summary>
public abstract record ObjectStorage : Element
{
    private protected ObjectStorage(int line, string file) : base(line, file)
    {
    }

    /// <summary>An S3 bucket.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="endpoint">The host of the service, without a scheme, for example <c>s3.eu-west-1.amazonaws.com</c>.</param>
    /// <param name="credentials">The Secret that holds the access key.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static S3ObjectStorage S3(
        string bucket, string endpoint, SecretReference credentials, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(bucket, endpoint, credentials, line, file);
}

/// <summary>A bucket of S3 or of a service that speaks its protocol.</summary>
public sealed record S3ObjectStorage : ObjectStorage
{
    /// <summary>Names the bucket, the service and the Secret with the access key.</summary>
    public S3ObjectStorage(string bucket, string endpoint, SecretReference credentials, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(line, file) => (Bucket, Endpoint, Credentials) = (bucket, endpoint, credentials);

    /// <summary>The bucket's name (<c>bucket</c>).</summary>
    public string Bucket { get; }

    /// <summary>The service's host without a scheme (<c>endpoint</c>).</summary>
    public string Endpoint { get; }

    /// <summary>The Secret with the access key, in the hub's namespace. Its keys reach the pods as environment variables.</summary>
    public SecretReference Credentials { get; init; }

    /// <summary>The key in the Secret that holds the access key's id. Default <c>AWS_ACCESS_KEY_ID</c>.</summary>
    public string? AccessKeyIdKey { get; init; }

    /// <summary>The key in the Secret that holds the secret access key. Default <c>AWS_SECRET_ACCESS_KEY</c>.</summary>
    public string? SecretAccessKeyKey { get; init; }

    /// <summary>The service's region (<c>region</c>); found from the endpoint when null.</summary>
    public string? Region { get; init; }

    /// <summary>A folder in the bucket (<c>prefix</c>); none by default.</summary>
    public string? Prefix { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"bucket '{Bucket}'";
}
