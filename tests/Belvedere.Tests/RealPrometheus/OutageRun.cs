using System.Globalization;
using System.Text.Json.Nodes;
using Belvedere.Emission;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.RealPrometheus;

/// <summary>
/// Real programs on the loopback interface: a Prometheus that stands in for the hub, one sender for each cluster of an output
/// with the settings of that output, and what they scrape. The hub goes away for a while and comes back.
/// </summary>
sealed class OutageRun : IDisposable
{
    const string Ready = "Server is ready to receive web requests";
    const string Host = "write.metrics.example.com";

    readonly TemporaryFolder folder = new();
    readonly TestAuthority authority;
    readonly SeriesSource source = new();
    readonly int exporterPort = Daemon.FreePort();
    readonly int receiverPort = Daemon.FreePort();
    readonly List<Daemon> daemons = [];
    readonly string hubSecret;
    readonly string readerSecret;

    public OutageRun()
    {
        authority = new(folder);
        hubSecret = authority.Server("hub", Host);
        readerSecret = authority.Client("reader", "reader");
    }

    /// <summary>What each sender has of every sample until <see cref="Until"/>; agents cannot be asked.</summary>
    public Dictionary<string, Dictionary<Series, List<Sample>>> Sent { get; } = [];

    /// <summary>What the hub has of every sample until <see cref="Until"/>.</summary>
    public Dictionary<Series, List<Sample>> Received { get; private set; } = [];

    /// <summary>How many samples each sender has given up.</summary>
    public Dictionary<string, double> Lost { get; } = [];

    /// <summary>The time, in milliseconds, until which everything was compared.</summary>
    public long Until { get; private set; }

    /// <summary>How often each sender had scraped by then.</summary>
    public Dictionary<string, int> Scrapes { get; } = [];

    /// <summary>Runs it all.</summary>
    /// <param name="repository">The output.</param>
    /// <param name="senders">The clusters of it.</param>
    /// <param name="isComplete">Whether the hub has all that a cluster sent; what lacks, or null.</param>
    public async Task Run(Repository repository, IReadOnlyList<Sender> senders, Func<OutageRun, string?> isComplete)
    {
        daemons.Add(await Daemon.Start("prometheus-node-exporter", "Listening on", FormattableString.Invariant($"--web.listen-address=127.0.0.1:{exporterPort}")));
        var receiver = await Receiver();
        var rendered = new Rendered(repository);
        var ports = new Dictionary<string, int>();
        foreach (var sender in senders)
            ports[sender.Cluster] = await Start(sender, rendered);

        using var hub = new PrometheusApi(receiverPort, readerSecret);
        await source.More(1, senders.Select(sender => sender.Cluster));
        await Eventually.NoProblem(async () =>
        {
            var known = (await hub.Samples(SeriesSource.Count, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())).Keys.Select(series => series.Labels.GetValueOrDefault("cluster")).ToHashSet();
            return senders.FirstOrDefault(sender => !known.Contains(sender.Cluster)) is { } silent ? $"nothing of {silent.Cluster} arrived. {Logs}" : null;
        });

        receiver.Kill();
        await source.More(4, senders.Select(sender => sender.Cluster));
        foreach (var sender in senders)
        {
            using var api = new PrometheusApi(ports[sender.Cluster]);
            await Eventually.NoProblem(async () => await api.Own("prometheus_remote_storage_samples_retried_total") > 0 ? null : $"{sender.Cluster} has not noticed the outage.");
        }

        await Receiver();
        await source.More(2, senders.Select(sender => sender.Cluster));

        Until = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        foreach (var sender in senders)
            Scrapes[sender.Cluster] = source.Scrapes(sender.Cluster);
        await Eventually.NoProblem(async () =>
        {
            foreach (var sender in senders.Where(sender => !sender.IsAgent))
            {
                using var api = new PrometheusApi(ports[sender.Cluster]);
                Sent[sender.Cluster] = await api.Samples("""{__name__=~".+"}""", Until);
            }

            Received = await hub.Samples("""{__name__=~".+"}""", Until);
            return isComplete(this) is { } lacking ? $"{lacking} {Logs}" : null;
        });

        foreach (var sender in senders)
        {
            using var api = new PrometheusApi(ports[sender.Cluster]);
            Lost[sender.Cluster] = await api.Own("prometheus_remote_storage_samples_failed_total");
        }
    }

    string Logs => string.Join("\n", daemons.Select(daemon => daemon.Said));

    public void Dispose()
    {
        foreach (var daemon in daemons)
            daemon.Dispose();
        source.Dispose();
        authority.Dispose();
        folder.Dispose();
    }

    async Task<Daemon> Receiver()
    {
        folder.Write("web.yml", new JsonObject
        {
            ["tls_server_config"] = new JsonObject
            {
                ["cert_file"] = Path.Combine(hubSecret, "tls.crt"),
                ["key_file"] = Path.Combine(hubSecret, "tls.key"),
                ["client_auth_type"] = "RequireAndVerifyClientCert",
                ["client_ca_file"] = Path.Combine(hubSecret, "ca.crt"),
            },
        }.ToJsonString());
        folder.Write("hub.yml", "{}");
        var started = await Daemon.Start(
            "prometheus",
            Ready,
            "--web.enable-remote-write-receiver",
            $"--web.config.file={folder.Path("web.yml")}",
            $"--config.file={folder.Path("hub.yml")}",
            $"--storage.tsdb.path={folder.Path("hub-data")}",
            FormattableString.Invariant($"--web.listen-address=127.0.0.1:{receiverPort}"));
        daemons.Add(started);
        return started;
    }

    async Task<int> Start(Sender sender, Rendered rendered)
    {
        var secrets = folder.Path($"secrets-{sender.Cluster}");
        authority.Client($"secrets-{sender.Cluster}/{sender.Secret}", sender.Cluster);
        var objects = rendered.Objects(rendered.OverlayOf(sender.Cluster));
        var settings = sender.Configuration(objects, secrets);

        // Only where it goes is ours: the receiver's address and path. It is asked for by the name that was emitted.
        var url = new Uri((string)settings.RemoteWrite["url"]!);
        Assert.That(url.Host, Is.EqualTo(Host));
        settings.RemoteWrite["url"] = FormattableString.Invariant($"https://127.0.0.1:{receiverPort}/api/v1/write");
        settings.RemoteWrite["tls_config"]!["server_name"] = url.Host;

        var rules = objects.Where(made => (string?)made["kind"] == "PrometheusRule").Select((made, at) => folder.Write(
            FormattableString.Invariant($"rules-{sender.Cluster}-{at}.yml"),
            AtOurPace(made["spec"]!.DeepClone()).ToJsonString())).ToList();
        var configuration = folder.Write($"{sender.Cluster}.yml", new JsonObject
        {
            ["global"] = sender.IsAgent
                ? new JsonObject { ["scrape_interval"] = "1s", ["external_labels"] = settings.ExternalLabels }
                : new JsonObject { ["scrape_interval"] = "1s", ["evaluation_interval"] = "1s", ["external_labels"] = settings.ExternalLabels },
            ["scrape_configs"] = new JsonArray(Job("node", exporterPort, "/metrics"), Job("source", source.Port, $"/{sender.Cluster}")),
            ["remote_write"] = new JsonArray(settings.RemoteWrite),
            ["rule_files"] = rules is [] ? null : new JsonArray([.. rules.Select(file => (JsonNode)file)]),
        }.ToJsonString());

        var port = Daemon.FreePort();
        var data = folder.Path($"data-{sender.Cluster}");
        daemons.Add(await Daemon.Start(
            "prometheus",
            Ready,
            [
                $"--config.file={configuration}",
                FormattableString.Invariant($"--web.listen-address=127.0.0.1:{port}"),
                .. sender.IsAgent ? (string[])["--enable-feature=agent", $"--storage.agent.path={data}"] : [$"--storage.tsdb.path={data}"],
            ]));
        return port;
    }

    static JsonObject Job(string name, int port, string path) => new()
    {
        ["job_name"] = name,
        ["metrics_path"] = path,
        ["static_configs"] = new JsonArray(new JsonObject { ["targets"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")) }),
    };

    static JsonNode AtOurPace(JsonNode spec)
    {
        foreach (var group in spec["groups"]!.AsArray())
            group!.AsObject().Remove("interval");
        return spec;
    }
}

/// <summary>A cluster whose settings are tried.</summary>
/// <param name="Cluster">Its name.</param>
/// <param name="Secret">The Secret that its profile names for the way to the hub.</param>
/// <param name="IsAgent">Whether it keeps no series that could be asked for.</param>
/// <param name="Configuration">What the operator makes of its objects, with the folder of its Secrets.</param>
sealed record Sender(string Cluster, string Secret, bool IsAgent, Func<IReadOnlyList<JsonObject>, string, OperatorConfiguration> Configuration);
