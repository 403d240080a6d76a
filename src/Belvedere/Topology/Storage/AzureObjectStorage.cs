using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>A container of Azure Blob Storage.</summary>
public sealed record AzureObjectStorage : ObjectStorage
{
    /// <summary>Names the account and the container.</summary>
    public AzureObjectStorage(string account, string container, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(line, file) => (Account, Container) = (account, container);

    /// <summary>The storage account (<c>storage_account</c>).</summary>
    public string Account { get; }

    /// <summary>The container (<c>container</c>).</summary>
    public string Container { get; }

    /// <summary>
    /// The Secret and key with the account's key (<c>storage_account_key</c>). Null: the pods are known by a workload identity.
    /// </summary>
    public SecretKey? AccountKey { get; init; }

    /// <summary>The domain of the service (<c>endpoint</c>). Default: Azure's public cloud.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The managed identity that the pods use (<c>user_assigned_id</c>).</summary>
    public string? UserAssignedId { get; init; }

    /// <summary>How often a request that failed is made again (<c>max_retries</c>).</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The HTTP client.</summary>
    public StorageHttpClient? Http { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"container '{Container}'";
}
