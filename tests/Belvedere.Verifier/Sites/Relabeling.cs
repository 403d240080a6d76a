using System.Text.RegularExpressions;
using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>What relabelling steps make of a series' labels, as Prometheus applies them. Steps that choose series are passed over.</summary>
static class Relabeling
{
    public static Dictionary<string, string> Apply(IEnumerable<KeyValuePair<string, string>> series, Node steps)
    {
        var labels = new Dictionary<string, string>(series, StringComparer.Ordinal);
        foreach (var step in steps.Items)
            Apply(labels, step);
        return labels;
    }

    static void Apply(Dictionary<string, string> labels, Node step)
    {
        var regex = new Regex($"^(?:{step["regex"].Text ?? "(.*)"})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        var source = string.Join(step["separator"].Text ?? ";", step["sourceLabels"].Texts.Select(name => labels.GetValueOrDefault(name, "")));
        var target = step["targetLabel"].Text ?? "";
        switch (step["action"].Text?.ToLowerInvariant() ?? "replace")
        {
            case "replace" when regex.Match(source) is { Success: true } match:
                Set(labels, target, match.Result(step["replacement"].Text ?? "$1"));
                break;
            case "labeldrop":
                foreach (var name in labels.Keys.Where(name => regex.IsMatch(name)).ToList())
                    labels.Remove(name);
                break;
            case "labelkeep":
                foreach (var name in labels.Keys.Where(name => !regex.IsMatch(name)).ToList())
                    labels.Remove(name);
                break;
            case "labelmap":
                foreach (var (name, value) in labels.ToList())
                    if (regex.Match(name) is { Success: true } mapped)
                        Set(labels, mapped.Result(step["replacement"].Text ?? "$1"), value);
                break;
            case "lowercase" or "uppercase" or "hashmod":
                Set(labels, target, source.ToLowerInvariant());
                break;
        }
    }

    static void Set(Dictionary<string, string> labels, string name, string value)
    {
        if (value.Length == 0)
            labels.Remove(name);
        else
            labels[name] = value;
    }
}
