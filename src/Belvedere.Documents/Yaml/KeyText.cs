using System.Globalization;

namespace Belvedere.Documents.Yaml;

/// <summary>What becomes of a key on its way to a cluster, where every key is a string.</summary>
static class KeyText
{
    /// <summary>The string that the key becomes, or null if it is refused there.</summary>
    public static string? InClusters(ScalarNode key) => key.Kind switch
    {
        ScalarKind.Null => null,
        ScalarKind.Float when key.TryGetNumber(out var value) => ((float)value).ToString("R", CultureInfo.InvariantCulture),
        _ => key.Text,
    };
}
