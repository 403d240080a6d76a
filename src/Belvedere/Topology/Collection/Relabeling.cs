namespace Belvedere;

/// <summary>What a relabelling does (<c>action</c>).</summary>
public enum RelabelingAction
{
    /// <summary>Sets the target label where the expression fits.</summary>
    Replace = 1,

    /// <summary>Keeps only series that the expression fits.</summary>
    Keep,

    /// <summary>Drops series that the expression fits.</summary>
    Drop,

    /// <summary>Renames labels whose names the expression fits.</summary>
    LabelMap,

    /// <summary>Drops labels whose names the expression fits.</summary>
    LabelDrop,

    /// <summary>Keeps only labels whose names the expression fits.</summary>
    LabelKeep,

    /// <summary>Sets the target label to the remainder of a hash.</summary>
    HashMod,

    /// <summary>Sets the target label to the lower-case text.</summary>
    Lowercase,

    /// <summary>Sets the target label to the upper-case text.</summary>
    Uppercase,
}

/// <summary>
/// A step that every series passes before it is sent (<c>writeRelabelConfigs</c>). Steps run in their order, before the filter
/// of <see cref="Ship"/>, so that a step may rename what is shipped.
/// </summary>
public sealed record Relabeling
{
    /// <summary>Makes a step.</summary>
    /// <param name="action">What it does.</param>
    public Relabeling(RelabelingAction action) => Action = action;

    /// <summary>What it does.</summary>
    public RelabelingAction Action { get; }

    /// <summary>The labels whose values are joined and matched (<c>sourceLabels</c>).</summary>
    public IReadOnlyList<string> SourceLabels { get; init; } = [];

    /// <summary>What joins them (<c>separator</c>); <c>;</c> when null.</summary>
    public string? Separator { get; init; }

    /// <summary>An anchored RE2 expression (<c>regex</c>); everything when null.</summary>
    public string? Regex { get; init; }

    /// <summary>The label that is set (<c>targetLabel</c>).</summary>
    public string? TargetLabel { get; init; }

    /// <summary>The new value, with <c>$1</c> for groups (<c>replacement</c>); the first group when null.</summary>
    public string? Replacement { get; init; }

    /// <summary>The divisor of <see cref="RelabelingAction.HashMod"/> (<c>modulus</c>).</summary>
    public int? Modulus { get; init; }

    /// <summary>Keeps only series whose label fits an expression.</summary>
    public static Relabeling Keep(string label, string regex) => new(RelabelingAction.Keep) { SourceLabels = [label], Regex = regex };

    /// <summary>Drops series whose label fits an expression.</summary>
    public static Relabeling Drop(string label, string regex) => new(RelabelingAction.Drop) { SourceLabels = [label], Regex = regex };

    /// <summary>Drops labels whose names fit an expression.</summary>
    public static Relabeling DropLabels(string regex) => new(RelabelingAction.LabelDrop) { Regex = regex };

    /// <summary>Sets a label to a value.</summary>
    public static Relabeling Set(string label, string value) =>
        new(RelabelingAction.Replace) { TargetLabel = label, Replacement = value.Replace("$", "$$", StringComparison.Ordinal) };

    /// <inheritdoc/>
    public bool Equals(Relabeling? other) => other is not null
        && Action == other.Action
        && SourceLabels.SequenceEqual(other.SourceLabels)
        && (Separator, Regex, TargetLabel, Replacement, Modulus) == (other.Separator, other.Regex, other.TargetLabel, other.Replacement, other.Modulus);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Action, SourceLabels.Count, Separator, Regex, TargetLabel, Replacement, Modulus);
}
