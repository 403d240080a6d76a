using System.Globalization;
using System.Reflection;
using System.Text;

namespace Belvedere.Emission.OnDisk;

/// <summary>
/// <c>.belvedere/layout</c>: how the output is laid out, whose it is, and which version wrote it. The version stands here
/// only, so that an update of Belvedere changes one line of the output.
/// </summary>
/// <param name="Layout">The version of the folder's layout; 0 when the file does not say.</param>
/// <param name="Owner">The project that writes the folder; null when the file does not say.</param>
sealed record LayoutFile(int Layout, string? Owner)
{
    public const string Path = OutputPath.Bookkeeping + "/layout";

    /// <summary>
    /// The layout that this version writes. It counts up when paths move in a way that an older version would take for
    /// files to remove.
    /// </summary>
    public const int CurrentLayout = 1;

    /// <summary>The version of this assembly, without the commit.</summary>
    static string ToolVersion =>
        typeof(LayoutFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The file for an owner.</summary>
    public static byte[] Render(string owner) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"layout\t{CurrentLayout}\nowner\t{owner}\ntool\t{ToolVersion}\n"));

    /// <summary>What a file says. Other lines are passed over; of two layouts, as after a merge, the newer counts.</summary>
    public static LayoutFile Parse(ReadOnlySpan<byte> content)
    {
        var read = new LayoutFile(Layout: 0, Owner: null);
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            read = line.TrimEnd('\r').Split('\t') switch
            {
                ["layout", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var layout) =>
                    read with { Layout = Math.Max(read.Layout, layout) },
                ["owner", { Length: > 0 } owner] => read with { Owner = read.Owner ?? owner },
                _ => read,
            };
        }

        return read;
    }

    /// <summary>An owner as one field of a line.</summary>
    public static string OneField(string owner) => string.Concat(owner.Select(character => char.IsControl(character) ? ' ' : character));
}
