using System.Text;

namespace Belvedere.Binding;

/// <summary>Names of objects that come from files without a name of their own.</summary>
static class FileNames
{
    /// <summary>The file's name without its extension, as a DNS label: other characters become single hyphens.</summary>
    public static string ToLabel(string path)
    {
        var name = path.AsSpan(path.AsSpan().LastIndexOfAny('/', '\\') + 1);
        if (name.LastIndexOf('.') is var dot and > 0)
            name = name[..dot];

        var label = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
                label.Append(char.ToLowerInvariant(character));
            else if (label.Length > 0 && label[^1] != '-')
                label.Append('-');
        }

        return label.ToString().TrimEnd('-');
    }
}
