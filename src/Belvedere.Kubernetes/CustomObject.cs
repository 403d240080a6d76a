using System.Globalization;
using System.Text;
using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>
/// An object of a kind without a record. Its metadata is typed; everything else is in
/// <see cref="ManifestNode.AdditionalFields"/>.
/// </summary>
public sealed record CustomObject : KubernetesObject
{
    static readonly Shape Untyped = Shape.Parse(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{nameof(CustomObject)}\t*\t\t\t\napiVersion\t\ts\nkind\t\ts\nmetadata\t\tr{Shapes.ObjectMeta}\n")));

    /// <summary>Makes an object of a kind, without content.</summary>
    public CustomObject(string apiVersion, string kind) : base(3, apiVersion, kind)
    {
    }

    /// <summary>Makes an object of a kind. The content is the whole manifest; its apiVersion and kind, if any, are not used.</summary>
    public CustomObject(string apiVersion, string kind, MapNode content) : this(apiVersion, kind)
    {
        Read(content);
        (this[ApiVersionSlot], this[KindSlot]) = (ScalarNode.String(apiVersion), ScalarNode.String(kind));
    }

    internal override Shape Shape => Untyped;

    internal override ManifestNode Create(int slot) => new ObjectMeta();
}
