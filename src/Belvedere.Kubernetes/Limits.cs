namespace Belvedere.Kubernetes;

/// <summary>The limits of a value. What is not limited is null.</summary>
sealed class Limits
{
    public long? MinimalLength { get; set; }

    public long? MaximalLength { get; set; }

    public string? Pattern { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public double? ExclusiveMinimum { get; set; }

    public double? ExclusiveMaximum { get; set; }

    public long? MinimalItems { get; set; }

    public long? MaximalItems { get; set; }

    public long? MinimalEntries { get; set; }

    public long? MaximalEntries { get; set; }

    public string? Format { get; set; }

    /// <summary>What stands for a scalar that is left out.</summary>
    public string? Default { get; set; }

    public bool IsImmutable { get; set; }

    public bool IsNullable { get; set; }

    public bool HasUniqueItems { get; set; }

    public bool IsEmbeddedObject { get; set; }

    /// <summary>The fields that tell a list's items apart.</summary>
    public string[]? Keys { get; set; }

    public string[]? Values { get; set; }

    public string[]? Rules { get; set; }
}
