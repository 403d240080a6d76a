using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Belvedere.PromQL.Tests.Synthesis;

namespace Belvedere.PromQL.Tests.Oracles;

/// <summary>What Prometheus says of an expression: its layout, or its error.</summary>
public sealed record FormatAnswer(string? Formatted, string? Error);

/// <summary>A real Prometheus on a free loopback port, with an empty database that goes away with it.</summary>
public sealed class PrometheusServer : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Process process;
    readonly HttpClient client;

    PrometheusServer(string executable, Action<string>? fill)
    {
        var port = FreePort();
        folder.Write("prometheus.yml", "global: {}\n");
        fill?.Invoke(folder.Path("data"));
        process = Process.Start(new ProcessStartInfo(executable)
        {
            ArgumentList =
            {
                "--config.file=" + folder.Path("prometheus.yml"),
                "--storage.tsdb.path=" + folder.Path("data"),
                "--storage.tsdb.retention.time=50y",
                $"--web.listen-address=127.0.0.1:{port}",
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        try
        {
            WaitUntilReady();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Starts the server; the test is skipped where Prometheus is not installed.</summary>
    public static PrometheusServer Start()
    {
        Tool.Require("prometheus");
        return new("prometheus", null);
    }

    /// <summary>Starts a server with the series of an OpenMetrics file; the test is skipped where promtool is not installed.</summary>
    public static PrometheusServer StartWith(string openMetrics)
    {
        Tool.Require("prometheus");
        var promtool = Tool.Require("promtool");
        return new("prometheus", data =>
        {
            var result = promtool.Run(["tsdb", "create-blocks-from", "openmetrics", openMetrics, data]);
            Assert.That(result.ExitCode, Is.Zero, result.Everything);
        });
    }

    /// <summary>The answer of <c>/api/v1/query</c> at a time.</summary>
    internal QueryResult Query(string expression, long time)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/query")
        {
            Content = new FormUrlEncodedContent([new("query", expression), new("time", time.ToString(CultureInfo.InvariantCulture))]),
        };
        using var response = client.Send(request);
        return QueryResult.Read(response.Content.ReadAsStream());
    }

    /// <summary>The answer of <c>/api/v1/format_query</c>.</summary>
    public FormatAnswer Format(string expression)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/format_query")
        {
            Content = new FormUrlEncodedContent([new("query", expression)]),
        };
        using var response = client.Send(request);
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        var root = answer.RootElement;
        return root.GetProperty("status").GetString() == "success"
            ? new(root.GetProperty("data").GetString(), null)
            : new(null, root.GetProperty("error").GetString());
    }

    public void Dispose()
    {
        client.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    void WaitUntilReady()
    {
        // Both streams are drained for as long as it runs: a full pipe would stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var said = new List<string>();
        while (process.StandardError.ReadLine() is { } line)
        {
            said.Add(line);
            if (!line.Contains("Server is ready to receive web requests", StringComparison.Ordinal))
                continue;
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return;
        }

        Assert.Fail("Prometheus ended before it was ready:\n" + string.Join("\n", said.TakeLast(20)));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
