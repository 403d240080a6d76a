using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Belvedere.Tests.RealPrometheus;

/// <summary>A series' name and labels, as one text in a fixed order, with what tests ask of it.</summary>
sealed record Series(string Text, string Name, IReadOnlyDictionary<string, string> Labels)
{
    public static Series Of(IEnumerable<KeyValuePair<string, string>> labels)
    {
        var sorted = new SortedDictionary<string, string>(labels.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        return new(string.Join(",", sorted.Select(label => $"{label.Key}={label.Value}")), sorted["__name__"], sorted);
    }

    public bool Equals(Series? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}

/// <summary>A sample as the API gives it: its time in milliseconds, its value as text.</summary>
readonly record struct Sample(long Time, string Value);

/// <summary>The part of the API of Prometheus that gives raw samples.</summary>
sealed class PrometheusApi : IDisposable
{
    readonly HttpClient client;

    public PrometheusApi(int port) => client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/")) };

    /// <summary>The API of a server that asks for a certificate; the folder is that of a Secret.</summary>
    public PrometheusApi(int port, string secret)
    {
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate is not null && IsOf(secret, certificate) };
        handler.ClientCertificates.Add(X509Certificate2.CreateFromPemFile(Path.Combine(secret, "tls.crt"), Path.Combine(secret, "tls.key")));
        client = new HttpClient(handler) { BaseAddress = new Uri(FormattableString.Invariant($"https://127.0.0.1:{port}/")) };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Every sample of a selector up to a time, of the last hour.</summary>
    public async Task<Dictionary<Series, List<Sample>>> Samples(string selector, long until)
    {
        using var response = await client.GetAsync(new Uri(FormattableString.Invariant($"api/v1/query?time={until / 1000m}&query={Uri.EscapeDataString(selector + "[1h]")}"), UriKind.Relative));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        Assert.That(response.IsSuccessStatusCode, Is.True, () => answer.RootElement.ToString());
        return answer.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().ToDictionary(
            series => Series.Of(series.GetProperty("metric").EnumerateObject().Select(label => new KeyValuePair<string, string>(label.Name, label.Value.GetString()!))),
            series => series.GetProperty("values").EnumerateArray().Select(pair => new Sample((long)decimal.Round(pair[0].GetDecimal() * 1000), pair[1].GetString()!)).ToList());
    }

    /// <summary>The sum of a counter that the server exposes of itself.</summary>
    public async Task<double> Own(string counter)
    {
        var page = await client.GetStringAsync(new Uri("metrics", UriKind.Relative));
        return page.Split('\n').Where(line => line.StartsWith(counter + "{", StringComparison.Ordinal)).Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    public void Dispose() => client.Dispose();

    static bool IsOf(string secret, X509Certificate2 certificate)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(secret, "ca.crt"));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
