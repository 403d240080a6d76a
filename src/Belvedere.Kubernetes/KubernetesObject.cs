using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>A Kubernetes object: a record of a known kind, or a <see cref="CustomObject"/>.</summary>
public abstract partial record KubernetesObject : ManifestNode
{
    // The first three slots of every kind.
    private protected const int ApiVersionSlot = 0, KindSlot = 1, MetadataSlot = 2;

    private protected KubernetesObject(int slots, string apiVersion, string kind) : base(slots) =>
        (this[ApiVersionSlot], this[KindSlot]) = (ScalarNode.String(apiVersion), ScalarNode.String(kind));

    /// <summary>The group and version, for example <c>apps/v1</c>.</summary>
    public string ApiVersion => GetString(ApiVersionSlot) ?? Shape.ApiVersion;

    /// <summary>The kind, for example <c>StatefulSet</c>.</summary>
    public string Kind => GetString(KindSlot) ?? Shape.Kind;

    /// <summary>The group without the version; empty for the core group.</summary>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is > 0 and var at ? ApiVersion[..at] : "";

    /// <summary>Name, labels, annotations. Never null: what is not set reads as empty and is not written.</summary>
    public ObjectMeta Metadata
    {
        get => Get<ObjectMeta>(MetadataSlot) ?? Nothing;
        init => Put(MetadataSlot, value);
    }

    /// <summary>The name; null when it is not set.</summary>
    public string? Name => Metadata.Name;

    /// <summary>The namespace; null when it is not set.</summary>
    public string? Namespace => Metadata.Namespace;

    /// <summary>Whether objects of the kind belong to a namespace; null when the kind is not known.</summary>
    public bool? IsNamespaced => Shape.IsNamespaced;

    static readonly ObjectMeta Nothing = new();

    private protected override string Describe() => $"{ApiVersion} {Kind} {(Namespace is { } space ? space + "/" : "")}{Name}";
}
