using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>
/// What a rule looks at: a value and its table. A field that is left out reads as its default, because API servers fill defaults
/// in before they check. What is missing or of another type reads as null, zero or empty.
/// </summary>
readonly struct RuleSubject
{
    readonly Node? node;
    readonly Shape? type;
    readonly ValueShape? shape;

    public RuleSubject(Node node, Shape type) => (this.node, this.type) = (node, type);

    public RuleSubject(Node? node, ValueShape? shape)
    {
        (this.node, this.shape) = (node is ScalarNode { Kind: ScalarKind.Null } ? null : node, shape);
        type = shape?.Kind is ValueKind.Record ? shape.Type : null;
    }

    /// <summary>The value as it stands; an empty map when it is missing.</summary>
    public Node Node => node ?? MapNode.Empty;

    /// <summary>A scalar's text, or its default; null for anything else.</summary>
    public string? Value => node is ScalarNode scalar ? scalar.Text : node is null ? shape?.Limits?.Default : null;

    /// <summary>The number of items, or of entries.</summary>
    public int Count => node switch { ListNode list => list.Count, MapNode map => map.Count, _ => 0 };

    /// <summary>A list's items.</summary>
    public IEnumerable<RuleSubject> Items
    {
        get
        {
            var item = shape?.Item;
            return (node as ListNode ?? ListNode.Empty).Select(each => new RuleSubject(each, item));
        }
    }

    /// <summary>A map's keys.</summary>
    public IEnumerable<string> Keys => (node as MapNode ?? MapNode.Empty).Select(entry => entry.Key.Text);

    /// <summary>A field.</summary>
    public RuleSubject this[string field] =>
        new((node as MapNode)?[field], type?.IndexOf(field, 0) is >= 0 and var slot ? type.Fields[slot].Value : null);

    /// <summary>Whether a field is set, or has a default.</summary>
    public bool Has(string field) => this[field] is var value && (value.node is not null || value.shape?.Limits?.Default is not null);

    /// <summary>A field's text, or its default.</summary>
    public string? Text(string field) => this[field].Value;

    /// <summary>A field's text; empty when it is missing.</summary>
    public string TextOrEmpty(string field) => this[field].Value ?? "";

    /// <summary>A field's number, or its default; null when there is none.</summary>
    public double? Number(string field) =>
        double.TryParse(Text(field), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
