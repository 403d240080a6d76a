using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>What is wrong with a manifest, by what has to be done about it.</summary>
public enum ManifestProblemKind
{
    /// <summary>The object does not say what it is: apiVersion or kind is missing or no text.</summary>
    NoKind = 1,

    /// <summary>A field that the schema does not have. API servers drop it without a word.</summary>
    UnknownField,

    /// <summary>A field that must be there and is not.</summary>
    MissingField,

    /// <summary>A null where a value is expected. API servers treat it as not said.</summary>
    NullValue,

    /// <summary>A value of another type.</summary>
    WrongType,

    /// <summary>A value that is not one of those that are allowed.</summary>
    UnknownValue,

    /// <summary>A number, a length or a count beyond its limits.</summary>
    OutOfBounds,

    /// <summary>A text that does not have the form that is asked for.</summary>
    WrongForm,

    /// <summary>Two items of a list that have to differ.</summary>
    Duplicate,

    /// <summary>A rule over several fields is broken.</summary>
    BrokenRule,

    /// <summary>A change of what cannot be changed.</summary>
    ImmutableField,
}

/// <summary>Something that an API server refuses, drops or treats as not said.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Path">The field, from the root of the object.</param>
/// <param name="Span">Where it stands in its file; not known for objects that were made.</param>
/// <param name="Reason">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to do, as a sentence; null when the reason says it.</param>
public sealed record ManifestProblem(ManifestProblemKind Kind, NodePath Path, TextSpan Span, string Reason, string? Remedy = null)
{
    /// <summary>Path, reason and remedy on one line.</summary>
    public override string ToString() => $"{Path}: {Reason}{(Remedy is null ? "" : " " + Remedy)}";
}
