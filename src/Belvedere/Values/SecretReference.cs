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

    /// <summary>A Secret that something else puts on the cluster.</summary>
    public static SecretReference Existing(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => $"secret '{Name}'";
}
