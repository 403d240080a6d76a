namespace Belvedere;

/// <summary>A key of a Secret in the namespace of the object that uses it.</summary>
/// <param name="Secret">The Secret.</param>
/// <param name="Key">The key.</param>
public sealed record SecretKey(SecretReference Secret, string Key);
