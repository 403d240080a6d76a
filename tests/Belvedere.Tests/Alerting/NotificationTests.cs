using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Belvedere.Testing;

namespace Belvedere.Tests.Alerting;

/// <summary>A real Alertmanager with the emitted configuration, and somebody to be called: who is called once, and not a thousand times.</summary>
public class NotificationTests
{
    const int Many = 40;

    [Test]
    public async Task Silent_cluster_is_one_notification_though_two_rulers_send_it()
    {
        using var run = await Run.Start();
        await run.Send(Silent("north"));
        await run.Send(Silent("north"));
        Assert.That(await run.NotifiedUntilNow(), Is.EqualTo(new[] { "BelvedereClusterSilent/north" }));
    }

    [Test]
    public async Task Write_path_that_is_down_is_one_notification_for_all_clusters()
    {
        using var run = await Run.Start();
        await run.Send([Alert("BelvedereHubWritePathDown", new()), Alert("BelvedereManyClustersSilent", new() { ["ring"] = "rest" }), .. Enumerable.Range(0, Many).Select(number => Silent($"cluster-{number}"))]);
        Assert.That(await run.NotifiedUntilNow(), Is.EqualTo(new[] { "BelvedereHubWritePathDown/" }));
    }

    [Test]
    public async Task Many_silent_clusters_of_a_ring_are_one_notification_and_those_of_another_ring_are_told()
    {
        using var run = await Run.Start();
        await run.Send(
        [
            Alert("BelvedereManyClustersSilent", new() { ["ring"] = "rest" }),
            .. Enumerable.Range(0, Many).Select(number => Silent($"cluster-{number}")),
            Alert("BelvedereClusterSilent", new() { ["cluster"] = "first", ["ring"] = "canary" }),
        ]);
        Assert.That(await run.NotifiedUntilNow(), Is.EquivalentTo(new[] { "BelvedereManyClustersSilent/", "BelvedereClusterSilent/first" }));
    }

    static JsonObject Silent(string cluster) => Alert("BelvedereClusterSilent", new() { ["cluster"] = cluster, ["ring"] = "rest" });

    static JsonObject Alert(string name, JsonObject labels)
    {
        labels["alertname"] = name;
        labels["severity"] = "critical";
        labels["owner"] = "monitoring";
        return new() { ["labels"] = labels, ["annotations"] = new JsonObject { ["summary"] = name } };
    }

    sealed class Run : IDisposable
    {
        const string Sentinel = "Sentinel";

        readonly TemporaryFolder folder = new();
        readonly WebhookSink sink = new();
        readonly int port = Daemon.FreePort();
        readonly HttpClient client = new();
        Daemon? alertmanager;

        public static async Task<Run> Start()
        {
            var run = new Run();
            // Everybody is called at the same place, so that nobody's call is missed.
            AlertRoute route = new(RoutedHub.Team) { GroupBy = ["alertname", "cluster"], GroupWait = 1.Seconds, GroupInterval = 1.Seconds };
            var configuration = RoutedHub.Configuration(RoutedHub.Of(route), (_, key) => key is "url" ? run.sink.Url : "none");
            run.alertmanager = await Daemon.Start(
                "prometheus-alertmanager",
                "Listening on",
                $"--config.file={run.folder.Write("alertmanager.yaml", configuration.ToJsonString())}",
                $"--storage.path={run.folder.Path("data")}",
                "--cluster.listen-address=",
                FormattableString.Invariant($"--web.listen-address=127.0.0.1:{run.port}"));
            return run;
        }

        public async Task Send(params JsonObject[] alerts)
        {
            using var response = await client.PostAsJsonAsync(new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/api/v2/alerts")), new JsonArray([.. alerts.Cast<JsonNode>()]));
            Assert.That(response.IsSuccessStatusCode, Is.True);
        }

        // What comes in later waits as long as the rest did: when it is told, the rest has been, or will not be.
        public async Task<IReadOnlyList<string>> NotifiedUntilNow()
        {
            await Send(Alert(Sentinel, []));
            await Eventually.NoProblem(() => Task.FromResult(sink.Notified.Contains(Sentinel + "/") ? null : $"The last alert was not told. {alertmanager!.Said}"));
            return [.. sink.Notified.Where(told => told != Sentinel + "/")];
        }

        public void Dispose()
        {
            alertmanager?.Dispose();
            client.Dispose();
            sink.Dispose();
            folder.Dispose();
        }
    }
}
