namespace Belvedere.Kubernetes.Generator;

/// <summary>What a field holds: how it is in C#, how it is read and written, and its code in the tables.</summary>
abstract class FieldType
{
    /// <summary>The type as written in C#, without a question mark.</summary>
    public abstract string CSharp { get; }

    /// <summary>The codec that turns one value into a node and back.</summary>
    public abstract string Codec { get; }

    public abstract string Accessors(int slot);

    /// <summary>What the value is called in the documentation.</summary>
    public abstract string Noun { get; }

    public static FieldType Of(JsonObject schema, Definition owner, SchemaSet set)
    {
        if (schema.Text("$ref") is { } reference)
        {
            var target = set.Resolve(reference, owner);
            return target.IsEnumeration ? new EnumerationType(target) : new RecordType(target);
        }

        if (schema.Flag("x-kubernetes-int-or-string"))
            return Scalar.IntOrString;

        return (schema.Text("type"), schema.Text("format")) switch
        {
            ("string", "quantity") => Scalar.Quantity,
            ("string", _) => Scalar.String,
            ("integer", "int32") => Scalar.Int32,
            ("integer", _) => Scalar.Int64,
            ("number", _) => Scalar.Number,
            ("boolean", _) => Scalar.Boolean,
            ("array", _) when schema.Object("items") is { } items => new ListType(Of(items, owner, set)),
            ("object", _) when schema.Object("additionalProperties") is { } values => new MapType(Of(values, owner, set)),
            ("object", _) => Scalar.FreeObject,
            (null, _) => Scalar.Any,
            var (type, _) => throw new NotSupportedException($"{owner.File}: {owner.Name} has a field of type {type}."),
        };
    }
}

sealed class Scalar(string cSharp, string codec, string noun) : FieldType
{
    public static readonly Scalar String = new("string", "String", "string");
    public static readonly Scalar Int32 = new("int", "Int32", "integer");
    public static readonly Scalar Int64 = new("long", "Int64", "integer");
    public static readonly Scalar Number = new("double", "Double", "number");
    public static readonly Scalar Boolean = new("bool", "Boolean", "boolean");
    public static readonly Scalar Quantity = new("global::Belvedere.Kubernetes.Quantity", "Quantity", "quantity");
    public static readonly Scalar IntOrString = new("global::Belvedere.Kubernetes.IntOrString", "IntOrString", "integer or string");
    public static readonly Scalar Any = new("global::Belvedere.Documents.Node", "Any", "any value");
    public static readonly Scalar FreeObject = new("global::Belvedere.Documents.MapNode", "Object", "object of any fields");

    public override string CSharp => cSharp;

    public override string Codec => "Codecs." + codec;

    public override string Noun => noun;

    public override string Accessors(int slot) => $"get => Get{codec}({slot}); init => Put({slot}, value);";
}

sealed class EnumerationType(Definition target) : FieldType
{
    public Definition Target => target;

    public override string CSharp => target.CSharp;

    public override string Codec => $"Choices<{target.CSharp}>.Codec";

    public override string Noun => "string";

    public override string Accessors(int slot) => $"get => GetString({slot}); init => Put({slot}, value);";
}

sealed class RecordType(Definition target) : FieldType
{
    public Definition Target => target;

    public override string CSharp => target.CSharp;

    public override string Codec => $"Parts<{target.CSharp}>.Codec";

    public override string Noun => "object";

    public override string Accessors(int slot) => $"get => Get<{CSharp}>({slot}); init => Put({slot}, value);";
}

sealed class ListType(FieldType item) : FieldType
{
    public FieldType Item => item;

    public override string CSharp => $"global::System.Collections.Generic.IReadOnlyList<{item.CSharp}>";

    public override string Codec => $"new ListCodec<{item.CSharp}>({item.Codec})";

    public override string Noun => $"list of {Plural(item.Noun)}";

    public override string Accessors(int slot) => item is RecordType
        ? $"get => GetParts<{item.CSharp}>({slot}); init => PutParts({slot}, value);"
        : $"get => GetList({slot}, {item.Codec}); init => Put({slot}, value, {item.Codec});";

    public static string Plural(string noun) => noun switch
    {
        "integer or string" => "integers or strings",
        "any value" => "any values",
        "object of any fields" => "objects of any fields",
        "quantity" => "quantities",
        _ when noun.StartsWith("list of", StringComparison.Ordinal) => "lists of" + noun.Substring(7),
        _ when noun.StartsWith("map of", StringComparison.Ordinal) => "maps of" + noun.Substring(6),
        _ => noun + "s",
    };
}

sealed class MapType(FieldType value) : FieldType
{
    public FieldType Value => value;

    public override string CSharp => $"global::Belvedere.Kubernetes.Map<{value.CSharp}>";

    public override string Codec => $"new MapCodec<{value.CSharp}>({value.Codec})";

    public override string Noun => $"map of {ListType.Plural(value.Noun)}";

    public override string Accessors(int slot) => $"get => GetMap({slot}, {value.Codec}); init => Put({slot}, value, {value.Codec});";
}
