using System.Net;
using System.Text.Json.Nodes;
using Belvedere.Testing;

namespace Belvedere.Tests.Alerting;

/// <summary>Whoever is called: it keeps every notification.</summary>
sealed class WebhookSink : IDisposable
{
    readonly HttpListener listener = new();
    readonly Lock gate = new();
    readonly List<JsonObject> notifications = [];

    public WebhookSink()
    {
        Url = FormattableString.Invariant($"http://127.0.0.1:{Daemon.FreePort()}/");
        listener.Prefixes.Add(Url);
        listener.Start();
        _ = Serve();
    }

    public string Url { get; }

    /// <summary>The names of the alerts of each notification so far, with their clusters.</summary>
    public IReadOnlyList<string> Notified
    {
        get
        {
            lock (gate)
                return [.. notifications.Select(one => string.Join("+", one["alerts"]!.AsArray().Select(alert => $"{alert!["labels"]!["alertname"]}/{alert["labels"]!["cluster"]}").Order(StringComparer.Ordinal)))];
        }
    }

    public void Dispose() => listener.Close();

    async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var notification = await JsonNode.ParseAsync(context.Request.InputStream);
            lock (gate)
                notifications.Add(notification!.AsObject());
            context.Response.Close();
        }
    }
}
