namespace Belvedere;

/// <summary>Which series a managed cluster sends to the hub.</summary>
public abstract record Ship
{
    private protected Ship()
    {
    }

    /// <summary>Every series.</summary>
    public static Ship Everything { get; } = new ShipEverything();

    /// <summary>Only series of these metrics.</summary>
    /// <param name="names">Metric names; <c>*</c> stands for any characters, as in <c>cluster:*</c>.</param>
    public static Ship Metrics(params IReadOnlyList<string> names) => new ShipMetrics { Names = [.. names] };
}

/// <summary>No filter.</summary>
public sealed record ShipEverything : Ship;

/// <summary>A filter by metric names (<c>writeRelabelConfigs</c> with <c>action: keep</c>).</summary>
public sealed record ShipMetrics : Ship
{
    /// <summary>Metric names, with <c>*</c> for any characters.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <inheritdoc/>
    public bool Equals(ShipMetrics? other) => other is not null && Names.SequenceEqual(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Aggregate(0, (hash, name) => HashCode.Combine(hash, name));
}
