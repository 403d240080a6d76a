using Belvedere.Documents;

namespace Belvedere.Kubernetes;

// How the generated properties read and write their slots. A value that does not fit reads as null: the checks report it.
public abstract partial record ManifestNode
{
    private protected string? GetString(int slot) => slots[slot] is ScalarNode { Kind: ScalarKind.String } scalar ? scalar.Text : null;

    private protected bool? GetBoolean(int slot) => slots[slot] is ScalarNode { Kind: ScalarKind.Boolean } scalar ? scalar.Text is "true" : null;

    private protected int? GetInt32(int slot) => TryRead(slot, Codecs.Int32, out var value) ? value : null;

    private protected long? GetInt64(int slot) => TryRead(slot, Codecs.Int64, out var value) ? value : null;

    private protected double? GetDouble(int slot) => TryRead(slot, Codecs.Double, out var value) ? value : null;

    private protected IntOrString? GetIntOrString(int slot) => TryRead(slot, Codecs.IntOrString, out IntOrString value) ? value : default(IntOrString?);

    private protected Quantity? GetQuantity(int slot) => TryRead(slot, Codecs.Quantity, out Quantity value) ? value : default(Quantity?);

    private protected Node? GetAny(int slot) => slots[slot] as Node;

    private protected MapNode? GetObject(int slot) => slots[slot] as MapNode;

    private protected T? Get<T>(int slot)
        where T : ManifestNode => slots[slot] as T;

    private protected IReadOnlyList<T>? GetParts<T>(int slot)
        where T : ManifestNode => slots[slot] as T[];

    private protected IReadOnlyList<T>? GetList<T>(int slot, Codec<T> item) =>
        slots[slot] is ListNode list && ListCodec<T>.TryRead(list, item, out var values) ? values : null;

    private protected Map<T>? GetMap<T>(int slot, Codec<T> item) =>
        slots[slot] is MapNode map && MapCodec<T>.TryRead(map, item, out var values) ? values : null;

    private protected void Put(int slot, string? value) => slots[slot] = value is null ? null : ScalarNode.String(value);

    private protected void Put(int slot, bool? value) => slots[slot] = value is { } set ? ScalarNode.Boolean(set) : null;

    private protected void Put(int slot, int? value) => slots[slot] = value is { } set ? ScalarNode.Integer(set) : null;

    private protected void Put(int slot, long? value) => slots[slot] = value is { } set ? ScalarNode.Integer(set) : null;

    private protected void Put(int slot, double? value) => slots[slot] = value is { } set ? Codecs.Double.Write(set) : null;

    private protected void Put(int slot, IntOrString? value) => slots[slot] = value is { } set ? Codecs.IntOrString.Write(set) : null;

    private protected void Put(int slot, Quantity? value) => slots[slot] = value is { } set ? Codecs.Quantity.Write(set) : null;

    private protected void Put(int slot, Choice? value) => slots[slot] = value is null ? null : ScalarNode.String(value.Text);

    private protected void Put(int slot, Node? value) => slots[slot] = value;

    private protected void Put(int slot, ManifestNode? value) => slots[slot] = value;

    private protected void PutParts<T>(int slot, IReadOnlyList<T>? values)
        where T : ManifestNode => slots[slot] = values is null ? null : (T[])[.. values];

    private protected void Put<T>(int slot, IReadOnlyList<T>? values, Codec<T> item) =>
        slots[slot] = values is null ? null : ListCodec<T>.ToNode(values, item);

    private protected void Put<T>(int slot, Map<T>? values, Codec<T> item) =>
        slots[slot] = values is null ? null : MapCodec<T>.ToNode(values, item);

    bool TryRead<T>(int slot, Codec<T> codec, out T value)
    {
        value = default!;
        return slots[slot] is Node node && codec.TryRead(node, out value);
    }
}
