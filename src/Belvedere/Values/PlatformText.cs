using Belvedere.Documents;

namespace Belvedere;

/// <summary>Platforms as inventories write them: <c>Kubernetes 1.33</c>, <c>OpenShift 4.18</c>, <c>ROSA 4.18</c>.</summary>
static class PlatformText
{
    static readonly (string Name, Func<string, Platform> Make)[] Kinds =
    [
        ("Kubernetes", Platform.Kubernetes),
        ("OpenShift", Platform.OpenShift),
        ("OpenShift Dedicated", Platform.OpenShiftDedicated),
        ("ROSA", Platform.Rosa),
    ];

    /// <summary>Reads a platform; null with a problem, as a clause for a message, when the text names none.</summary>
    public static Platform? Parse(string text, out string? problem)
    {
        var space = text.LastIndexOf(' ');
        var (name, version) = space < 0 ? (text, "") : (text[..space].Trim(), text[(space + 1)..]);
        foreach (var kind in Kinds)
        {
            if (!string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase))
                continue;

            var platform = kind.Make(version);
            problem = platform.Problem;
            return problem is null ? platform : null;
        }

        problem = $"it begins with no known platform.{NearestName.Suggestion(name, Kinds.Select(kind => kind.Name))} Write for example Kubernetes 1.33";
        return null;
    }
}
