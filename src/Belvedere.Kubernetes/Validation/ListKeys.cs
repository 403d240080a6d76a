using System.Text;
using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>The fields that tell a list's items apart, with the defaults that stand for those that are left out.</summary>
sealed class ListKeys
{
    readonly string[] keys;
    readonly string?[] defaults;

    public ListKeys(string[] keys, ValueShape item)
    {
        this.keys = keys;
        var fields = item.Kind is ValueKind.Record ? item.Type : null;
        defaults = Array.ConvertAll(keys, key => fields?.IndexOf(key, 0) is >= 0 and var slot ? fields.Fields[slot].Value.Limits?.Default : null);
    }

    public string Names => string.Join(" and ", keys);

    /// <summary>What tells the item apart; null when it is no map.</summary>
    public string? Of(Node item)
    {
        if (item is not MapNode map)
            return null;
        if (keys is [var only])
            return (map[only] as ScalarNode)?.Text ?? defaults[0] ?? "";

        var identity = new StringBuilder();
        for (var at = 0; at < keys.Length; at++)
            identity.Append((map[keys[at]] as ScalarNode)?.Text ?? defaults[at]).Append('\n');
        return identity.ToString();
    }
}
