namespace Belvedere;

/// <summary>
/// Names a Secret. There is no way to hold a secret's value in the model: values stay with whatever manages secrets on the
/// cluster, and never reach Git.
/// </summary>
public sealed record SecretReference
{
    SecretReference(string name) => Name = name;

    /// <summary>The Secret's name, in the namespace of the object that uses it.</summary>
    public string Name { get; }

    /// <summary>Where the External Secrets operator fetches the values; null where something else keeps the Secret.</summary>
    public SecretStoreEntry? Store { get; private init; }

    /// <summary>A Secret that something else puts on the cluster.</summary>
    public static SecretReference Existing(string name) => new(name);

    /// <summary>A Secret that the External Secrets operator makes from one entry of a store, with every property of the entry as a key.</summary>
    /// <param name="name">The Secret's name.</param>
    /// <param name="store">The <c>ClusterSecretStore</c>.</param>
    /// <param name="entry">The entry in the store; the Secret's name when null.</param>
    public static SecretReference ExternalSecret(string name, string store, string? entry = null) => new(name) { Store = new(store, entry ?? name) };

    /// <inheritdoc/>
    public override string ToString() => $"secret '{Name}'";
}

/// <summary>An entry of a store of secrets.</summary>
/// <param name="Store">The <c>ClusterSecretStore</c> of the External Secrets operator.</param>
/// <param name="Entry">The entry's key in the store.</param>
public sealed record SecretStoreEntry(string Store, string Entry);
