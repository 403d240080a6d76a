using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>A bucket that is made on the hub's cluster from a claim (<c>objectbucket.io/v1alpha1</c>).</summary>
public sealed record BucketClaimStorage : ObjectStorage
{
    /// <summary>Names the claim and its class.</summary>
    public BucketClaimStorage(string claim, string storageClass, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(line, file) => (Claim, StorageClass) = (claim, storageClass);

    /// <summary>The claim's name.</summary>
    public string Claim { get; }

    /// <summary>Its class (<c>storageClassName</c>).</summary>
    public string StorageClass { get; }

    /// <summary>The bucket's name begins so (<c>generateBucketName</c>); with the claim's name when null.</summary>
    public string? BucketNamePrefix { get; init; }

    /// <summary>Settings of the bucket that its class knows (<c>additionalConfig</c>), for example <c>maxSize</c>.</summary>
    public LabelSet Settings { get; init; } = LabelSet.Empty;

    /// <summary>The HTTP client, with the private authority of the service's certificate.</summary>
    public StorageHttpClient? Http { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"bucket claim '{Claim}'";
}
