using System.Globalization;
using System.Net;
using System.Text;
using Belvedere.Testing;

namespace Belvedere.Tests.RealPrometheus;

/// <summary>
/// A target that counts who scrapes it: each scraper has a path of its own, and reads the number of its scrape, so that a lost
/// sample leaves a gap among whole numbers.
/// </summary>
sealed class SeriesSource : IDisposable
{
    /// <summary>The number of the scrape, from 1.</summary>
    public const string Count = "source_scrapes_kept";

    /// <summary>A series of a target that calls itself a cluster.</summary>
    public const string Impostor = "source_impostor_kept";

    /// <summary>A series that is not shipped.</summary>
    public const string Unshipped = "source_left_behind";

    readonly HttpListener listener = new();
    readonly Lock gate = new();
    readonly Dictionary<string, int> scrapes = new(StringComparer.Ordinal);
    readonly List<(string Scraper, int Number, TaskCompletionSource Reached)> waiting = [];

    public SeriesSource()
    {
        Port = Daemon.FreePort();
        listener.Prefixes.Add(FormattableString.Invariant($"http://127.0.0.1:{Port}/"));
        listener.Start();
        _ = Serve();
    }

    public int Port { get; }

    /// <summary>How often a scraper came.</summary>
    public int Scrapes(string scraper)
    {
        lock (gate)
            return scrapes.GetValueOrDefault(scraper);
    }

    /// <summary>Waits until each of some scrapers came so many times more.</summary>
    public Task More(int times, IEnumerable<string> scrapers)
    {
        var reached = new List<Task>();
        lock (gate)
            foreach (var scraper in scrapers)
            {
                var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add((scraper, scrapes.GetValueOrDefault(scraper) + times, source));
                reached.Add(source.Task.WaitAsync(TimeSpan.FromMinutes(1)));
            }

        return Task.WhenAll(reached);
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

            var scraper = context.Request.Url!.AbsolutePath.Trim('/');
            var body = Encoding.UTF8.GetBytes(Metrics(Next(scraper)));
            context.Response.ContentType = "text/plain; version=0.0.4";
            context.Response.Close(body, willBlock: false);
        }
    }

    int Next(string scraper)
    {
        lock (gate)
        {
            var number = scrapes[scraper] = scrapes.GetValueOrDefault(scraper) + 1;
            foreach (var waiter in waiting.Where(waiter => waiter.Scraper == scraper && waiter.Number <= number))
                waiter.Reached.TrySetResult();
            return number;
        }
    }

    static string Metrics(int number)
    {
        var count = number.ToString(CultureInfo.InvariantCulture);
        return $$"""
            {{Count}} {{count}}
            {{Impostor}}{cluster="elsewhere", region="nowhere"} {{count}}
            source_pod_kept{pod="a", pod_template_hash="5d8f", uid="1-2-3"} {{count}}
            source_pod_kept{pod="b", pod_template_hash="5d8f", uid="4-5-6"} {{count}}
            {{Unshipped}} {{count}}

            """.ReplaceLineEndings("\n");
    }
}
