using System.Globalization;
using System.Text.Json;

namespace Belvedere.PromQL.Tests.Synthesis;

/// <summary>The answer to an instant query: labels and value of each series, or an error.</summary>
sealed record QueryResult(IReadOnlyDictionary<string, double> Series, IReadOnlyList<IReadOnlyDictionary<string, string>> Labels, string? Error)
{
    public static QueryResult Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.GetProperty("status").GetString() != "success")
            return new(new Dictionary<string, double>(), [], root.GetProperty("error").GetString());

        var data = root.GetProperty("data");
        var labels = new List<IReadOnlyDictionary<string, string>>();
        var values = new List<double>();
        if (data.GetProperty("resultType").GetString() == "vector")
            foreach (var series in data.GetProperty("result").EnumerateArray())
            {
                labels.Add(series.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!));
                values.Add(Number(series.GetProperty("value")[1].GetString()!));
            }

        return Of(labels, values);
    }

    /// <summary>The series that have a value of a label, without that label.</summary>
    public QueryResult Restrict(string label, string value)
    {
        var kept = Enumerable.Range(0, Labels.Count).Where(i => Labels[i].TryGetValue(label, out var own) && own == value).ToList();
        return Of(
            [.. kept.Select(i => (IReadOnlyDictionary<string, string>)Labels[i].Where(pair => pair.Key != label).ToDictionary())],
            [.. kept.Select(i => Series[Key(Labels[i])])]);
    }

    /// <summary>What differs; null where nothing does but the last digits.</summary>
    public static string? Difference(QueryResult expected, QueryResult actual)
    {
        foreach (var (key, value) in expected.Series)
            if (!actual.Series.TryGetValue(key, out var other))
                return $"{key} is missing; there are {string.Join(" ", actual.Series.Keys.Take(5))}";
            else if (!Close(value, other))
                return $"{key} is {other}, not {value}";

        var more = actual.Series.Keys.FirstOrDefault(key => !expected.Series.ContainsKey(key));
        return more is null ? null : $"{more} is too much; there should be {string.Join(" ", expected.Series.Keys.Take(5))}";
    }

    static QueryResult Of(IReadOnlyList<IReadOnlyDictionary<string, string>> labels, IReadOnlyList<double> values) =>
        new(labels.Zip(values).ToDictionary(pair => Key(pair.First), pair => pair.Second), labels, null);

    // Sums may be added up in another order.
    static bool Close(double one, double other) =>
        one.Equals(other) || Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other)) + 1e-12;

    static string Key(IReadOnlyDictionary<string, string> labels) =>
        "{" + string.Join(",", labels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}=\"{pair.Value}\"")) + "}";

    static double Number(string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
