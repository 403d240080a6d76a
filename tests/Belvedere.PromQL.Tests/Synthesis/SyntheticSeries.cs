using System.Globalization;
using System.Text;

namespace Belvedere.PromQL.Tests.Synthesis;

/// <summary>Made-up series of two clusters that the selectors of real expressions match.</summary>
sealed class SyntheticSeries
{
    /// <summary>The first sample; a multiple of the two hours of a block.</summary>
    public const long Start = 1_700_006_400;

    /// <summary>The last sample, and the time to query at.</summary>
    public const long End = Start + 3600;

    const int Step = 60;

    static readonly string[] Buckets = ["0.05", "0.1", "0.5", "1", "5", "10", "+Inf"];

    /// <summary>Per metric, sets of labels; each is written so that equal ones are equal texts.</summary>
    readonly SortedDictionary<string, SortedSet<string>> profiles = new(StringComparer.Ordinal);
    readonly HashSet<string> counters = new(StringComparer.Ordinal);

    /// <summary>How many profiles there are.</summary>
    public int Count => profiles.Sum(pair => pair.Value.Count);

    /// <summary>Adds what an expression reads; says why where that is not possible.</summary>
    public string? Add(ExpressionAnalysis analysis)
    {
        var mentioned = Mentioned(analysis.Expression);
        var added = new List<(string Metric, string Profile)>();
        foreach (var use in analysis.Selectors)
        {
            var metric = use.Metric ?? (use.MetricPattern is { } pattern ? RegexSample.Of(pattern) : "synthetic_metric");
            if (metric is null || !LabelNames.IsPlain(metric.Replace(':', '_')))
                return "no metric's name was found for " + use.Selector;

            var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var label in mentioned)
                labels[label] = "*";
            foreach (var matchers in use.Selector.Matchers.GroupBy(matcher => matcher.Name))
            {
                if (matchers.Key == LabelMatcher.MetricName)
                    continue;
                if (Value(matchers.ToList()) is not { } value)
                    return $"no value was found for {matchers.Key} of {use.Selector}";
                labels[matchers.Key] = value;
            }

            if (metric.EndsWith("_bucket", StringComparison.Ordinal) && (!labels.TryGetValue("le", out var le) || le == "*"))
                labels["le"] = "?";
            else if (labels.TryGetValue("le", out le) && le == "*")
                labels.Remove("le");
            added.Add((metric, string.Join("\n", labels.Where(pair => pair.Value.Length > 0).Select(pair => pair.Key + "=" + pair.Value))));
            if (use.Usage == MetricUsage.Counter)
                counters.Add(metric);
        }

        foreach (var (metric, profile) in added)
        {
            if (!profiles.TryGetValue(metric, out var set))
                profiles.Add(metric, set = new(StringComparer.Ordinal));
            set.Add(profile);
        }

        return null;
    }

    /// <summary>Writes the series of some clusters as OpenMetrics.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clusters">The clusters' numbers.</param>
    /// <param name="label">The label with the cluster's name; null means that series have none.</param>
    public void Write(string path, int[] clusters, string? label)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var (metric, set) in profiles)
            foreach (var cluster in clusters)
            {
                // Some metrics are missing in some clusters, so that absence differs.
                if (cluster > 0 && Hash(metric, cluster) % 9 == 0)
                    continue;

                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var profile in set)
                    for (var variant = 0; variant < 2 + cluster; variant++)
                        WriteVariant(writer, metric, profile, cluster, variant, label, seen);
            }

        writer.WriteLine("# EOF");
    }

    void WriteVariant(StreamWriter writer, string metric, string profile, int cluster, int variant, string? label, HashSet<string> seen)
    {
        var buckets = profile.Contains("le=?", StringComparison.Ordinal) ? Buckets : [""];
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            var labels = new StringBuilder();
            foreach (var pair in profile.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var name = pair[..pair.IndexOf('=')];
                var value = pair[(name.Length + 1)..];
                labels.Append(labels.Length == 0 ? "" : ",").Append(name).Append("=\"")
                    .Append(Escape(value == "*" ? name + variant : value == "?" ? buckets[bucket] : value)).Append('"');
            }

            var text = labels.ToString();
            if (!seen.Add(text))
                continue;

            var series = $"{metric}{{{text}{(label is null ? "" : $"{(text.Length == 0 ? "" : ",")}{label}=\"c{cluster}\"")}}}";
            var hash = Hash(metric + profile, cluster * 16 + variant);
            for (var time = Start; time <= End; time += Step)
            {
                var value = IsCounter(metric)
                    ? (time - Start) * (1 + hash % 97) * (bucket + 1) / 100.0
                    : Gauge(hash, (time - Start) / Step);
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series} {value} {time}"));
            }
        }
    }

    bool IsCounter(string metric) =>
        counters.Contains(metric) || metric.EndsWith("_total", StringComparison.Ordinal) || metric.EndsWith("_bucket", StringComparison.Ordinal);

    // Values that thresholds of real alerts tell apart; no two series have the same one, so that none are tied.
    static double Gauge(uint hash, long step) =>
        (hash % 5) switch { 0 => 0.001, 1 => 1, 2 => 0.95, 3 => 40, _ => 250_000 } * (1 + hash % 10_007 * 1e-7) + (hash % 3 == 0 ? step * 1e-4 : 0);

    static uint Hash(string text, int seed)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return (hash ^ (hash >> 15)) * 2654435761u >> 4;
    }

    static string? Value(List<LabelMatcher> matchers)
    {
        var candidates = matchers
            .Where(matcher => matcher.Operator is MatchOperator.Equal or MatchOperator.RegexMatch)
            .Select(matcher => matcher.Operator == MatchOperator.Equal ? matcher.Value : RegexSample.Of(matcher.Value))
            .Append("other")
            .Append("");
        return candidates.FirstOrDefault(value => value is not null && matchers.All(matcher => Matches(matcher, value)));
    }

    static bool Matches(LabelMatcher matcher, string value) => matcher.Operator switch
    {
        MatchOperator.Equal => matcher.Value == value,
        MatchOperator.NotEqual => matcher.Value != value,
        MatchOperator.RegexMatch => RegexSample.IsMatch(matcher.Value, value),
        _ => !RegexSample.IsMatch(matcher.Value, value),
    };

    /// <summary>The labels that an expression groups, matches or copies by, so that its parts fit together.</summary>
    static SortedSet<string> Mentioned(Expression expression)
    {
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in expression.DescendantsAndSelf())
        {
            IEnumerable<LabelName> names = node switch
            {
                Aggregation { Grouping: { } grouping } => grouping.Labels,
                BinaryExpression { Matching: { } matching } => [.. matching.Labels, .. matching.Include],
                _ => [],
            };
            labels.UnionWith(names.Select(name => name.Name).Where(name => name != LabelMatcher.MetricName));
        }

        return labels;
    }

    static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
