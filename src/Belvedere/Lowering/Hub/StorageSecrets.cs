using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>What Secrets hold for the storage's client: variables that it reads, and files that its configuration names.</summary>
static class StorageSecrets
{
    const string Folder = "/etc/thanos/object-storage-";
    const string AuthorityVolume = "authority";
    const string ClientVolume = "client";
    const string EncryptionVolume = "encryption";
    const string AccountVolume = "account";
    const string DataVolume = "blocks";

    /// <summary>The file of a private authority.</summary>
    public const string AuthorityFile = $"{Folder}{AuthorityVolume}/ca.crt";

    /// <summary>The file of a client certificate.</summary>
    public const string ClientCertificateFile = $"{Folder}{ClientVolume}/tls.crt";

    /// <summary>The file of a client certificate's key.</summary>
    public const string ClientKeyFile = $"{Folder}{ClientVolume}/tls.key";

    /// <summary>The file of the key that every request brings.</summary>
    public const string EncryptionKeyFile = $"{Folder}{EncryptionVolume}/key";

    /// <summary>The folder that takes the place of a bucket.</summary>
    public const string FileSystemFolder = $"/var/thanos/{DataVolume}";

    const string AccountFile = $"{Folder}{AccountVolume}/account.json";

    public static IEnumerable<EnvironmentValue> Environment(ObjectStorage storage, StorageIdentity? identity)
    {
        switch (storage)
        {
            case S3ObjectStorage s3 when (identity?.Credentials ?? s3.Credentials) is { } secret:
                yield return new SecretValue("AWS_ACCESS_KEY_ID", secret.Name, s3.AccessKeyIdKey ?? "AWS_ACCESS_KEY_ID");
                yield return new SecretValue("AWS_SECRET_ACCESS_KEY", secret.Name, s3.SecretAccessKeyKey ?? "AWS_SECRET_ACCESS_KEY");
                if (s3.SessionTokenKey is { } token)
                    yield return new SecretValue("AWS_SESSION_TOKEN", secret.Name, token);
                break;
            case BucketClaimStorage claim:
                yield return new ConfigMapValue("BUCKET_NAME", claim.Claim, "BUCKET_NAME");
                yield return new ConfigMapValue("BUCKET_HOST", claim.Claim, "BUCKET_HOST");
                yield return new ConfigMapValue("BUCKET_PORT", claim.Claim, "BUCKET_PORT");
                var credentials = identity?.Credentials?.Name ?? claim.Claim;
                yield return new SecretValue("AWS_ACCESS_KEY_ID", credentials, "AWS_ACCESS_KEY_ID");
                yield return new SecretValue("AWS_SECRET_ACCESS_KEY", credentials, "AWS_SECRET_ACCESS_KEY");
                break;
            case GcsObjectStorage gcs when Account(gcs, identity) is not null:
                yield return new PlainValue("GOOGLE_APPLICATION_CREDENTIALS", AccountFile);
                break;
            case AzureObjectStorage azure when AccountKey(azure, identity) is { } key:
                yield return new SecretValue("AZURE_STORAGE_KEY", key.Secret.Name, key.Key);
                break;
        }
    }

    public static IEnumerable<MountedFiles> Files(ObjectStorage storage, StorageIdentity? identity)
    {
        if (HttpOf(storage)?.Authority is { } authority)
            yield return Mounted(AuthorityVolume, new SecretItem(authority.Secret.Name, authority.Key, "ca.crt"));
        if (HttpOf(storage)?.ClientCertificate is { } client)
            yield return Mounted(ClientVolume, new SecretFiles(client.Name));
        if (storage is S3ObjectStorage { Encryption: CustomerKeyEncryption { Key: var key } })
            yield return Mounted(EncryptionVolume, new SecretItem(key.Secret.Name, key.Key, "key"));
        if (storage is GcsObjectStorage gcs && Account(gcs, identity) is { } account)
            yield return Mounted(AccountVolume, new SecretItem(account.Secret.Name, account.Key, "account.json"));
        if (storage is FileSystemStorage fileSystem)
            yield return new MountedFiles(DataVolume, FileSystemFolder, new SharedVolume(fileSystem.Claim), Checksum: null);
    }

    /// <summary>The HTTP client of a storage that has one.</summary>
    public static StorageHttpClient? HttpOf(ObjectStorage storage) => storage switch
    {
        S3ObjectStorage s3 => s3.Http,
        BucketClaimStorage claim => claim.Http,
        GcsObjectStorage gcs => gcs.Http,
        AzureObjectStorage azure => azure.Http,
        _ => null,
    };

    /// <summary>The key of the account that a role uses.</summary>
    public static SecretKey? AccountKey(AzureObjectStorage azure, StorageIdentity? identity) =>
        identity?.Credentials is { } secret ? new(secret, azure.AccountKey?.Key ?? "storage-account-key") : azure.AccountKey;

    static SecretKey? Account(GcsObjectStorage gcs, StorageIdentity? identity) =>
        identity?.Credentials is { } secret ? new(secret, gcs.Credentials?.Key ?? "account.json") : gcs.Credentials;

    static MountedFiles Mounted(string volume, FileSource source) => new($"object-storage-{volume}", $"{Folder}{volume}", source, Checksum: null);
}
