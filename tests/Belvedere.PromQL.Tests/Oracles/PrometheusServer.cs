using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Belvedere.PromQL.Tests.Oracles;

/// <summary>What Prometheus says of an expression: its layout, or its error.</summary>
public sealed record FormatAnswer(string? Formatted, string? Error);

/// <summary>A real Prometheus on a free loopback port, with an empty database that goes away with it.</summary>
public sealed class PrometheusServer : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Process process;
    readonly HttpClient client;

    PrometheusServer(string executable)
    {
        var port = FreePort();
        folder.Write("prometheus.yml", "global: {}\n");
        process = Process.Start(new ProcessStartInfo(executable)
        {
            ArgumentList =
            {
                "--config.file=" + folder.Path("prometheus.yml"),
                "--storage.tsdb.path=" + folder.Path("data"),
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
        return new("prometheus");
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
