using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Knowledge;
using Belvedere.Knowledge.Products;
using Belvedere.Testing;

namespace Belvedere.Tests.Knowledge;

/// <summary>Prometheus itself says whether the tables are right about the release that is installed.</summary>
public sealed class PrometheusJudgesTests
{
    static readonly Dictionary<string, string> Samples = new()
    {
        ["remote_timeout"] = "10s",
        ["headers"] = "{X-Sample: a}",
        ["write_relabel_configs"] = "[{action: labeldrop, regex: a}]",
        ["name"] = "hub",
        ["protobuf_message"] = "prometheus.WriteRequest",
        ["basic_auth"] = "{username: a, password: b}",
        ["authorization"] = "{credentials: a}",
        ["oauth2"] = "{client_id: a, client_secret: b, token_url: \"https://example.com\"}",
        ["sigv4"] = "{region: eu-west-1}",
        ["sigv4.use_fips_sts_endpoint"] = "true",
        ["sigv4.external_id"] = "a",
        ["azuread"] = "{managed_identity: {client_id: 00000000-0000-0000-0000-000000000000}}",
        ["azuread.oauth"] = "{client_id: 00000000-0000-0000-0000-000000000000, client_secret: a, tenant_id: 00000000-0000-0000-0000-000000000000}",
        ["azuread.sdk"] = "{tenant_id: 00000000-0000-0000-0000-000000000000}",
        ["azuread.workload_identity"] = "{client_id: 00000000-0000-0000-0000-000000000000, tenant_id: 00000000-0000-0000-0000-000000000000}",
        ["azuread.scope"] = "a",
        ["google_iam"] = "{credentials_file: /a}",
        ["bearer_token"] = "a",
        ["bearer_token_file"] = "/a",
        ["tls_config"] = "{insecure_skip_verify: true}",
        ["tls_config.min_version"] = "TLS12",
        ["tls_config.max_version"] = "TLS13",
        ["proxy_url"] = "http://example.com",
        ["no_proxy"] = "example.com",
        ["proxy_connect_header"] = "{A: [b]}",
        ["queue_config"] = "{max_shards: 10}",
        ["metadata_config"] = "{send: false}",
        ["http_headers"] = "{A: {values: [b]}}",
    };

    [Test]
    public void Remote_write_fields_are_those_that_promtool_accepts()
    {
        var promtool = Tool.Require("promtool");
        var version = InstalledVersion(Tool.Require("prometheus"));
        using var folder = new TemporaryFolder();
        Assert.Multiple(() =>
        {
            foreach (var (field, forms) in RemoteWriteFields.All)
            {
                if (field == "url")
                    continue;
                var file = folder.Write("prometheus.yml", Configuration(field, forms[0].Type));
                var result = promtool.Run(["check", "config", "--syntax-only", file]);
                Assert.That(result.ExitCode == 0, Is.EqualTo(RemoteWriteFields.In(version, field) is not null), $"{field} in {version}: {result.Everything}");
            }
        });
    }

    [Test]
    public void Feature_flags_are_those_that_Prometheus_knows()
    {
        var prometheus = Tool.Require("prometheus");
        var version = InstalledVersion(prometheus);
        Assert.Multiple(() =>
        {
            foreach (var feature in FeatureFlags.All.Keys)
            {
                // Without a configuration it says what it thinks of the flags and stops.
                var result = prometheus.Run([$"--enable-feature={feature}", "--config.file=/nonexistent/prometheus.yml"]);
                Assert.That(!result.Everything.Contains("Unknown option for --enable-feature", StringComparison.Ordinal), Is.EqualTo(FeatureFlags.Has(feature, version)), feature);
            }
        });
    }

    [Test]
    public void Every_remote_write_field_in_Prometheus_own_examples_is_in_the_table()
    {
        var newest = Coverage.Of("prometheus").Newest;
        var fields = Directory.EnumerateFiles(Corpus.Path("prometheus-config"), "*.good.yml")
            .Select(file => YamlReader.Read(File.ReadAllText(file)))
            .Where(result => result.IsValid && result.Documents is [MapNode])
            .SelectMany(result => ((MapNode)result.Documents[0])["remote_write"] as ListNode ?? ListNode.Empty)
            .OfType<MapNode>()
            .SelectMany(entry => entry.Select(field => field.Key.Text))
            .Distinct()
            .ToList();
        Assert.That(fields, Has.Count.GreaterThanOrEqualTo(8));
        Assert.That(fields.Where(field => RemoteWriteFields.In(newest, field) is null), Is.Empty);
    }

    static string Configuration(string field, string type)
    {
        var value = Samples.GetValueOrDefault(field) ?? type switch
        {
            "boolean" => "true",
            "duration" => "10s",
            "integer" => "10",
            _ => throw new ArgumentException($"'{field}' needs a sample."),
        };
        var parts = field.Split('.');
        var nested = parts.Length == 2 ? $"{parts[0]}: {{{parts[1]}: {value}}}" : $"{field}: {value}";
        return "remote_write:\n- url: http://example.com/api/v1/receive\n  " + nested + "\n";
    }

    static SemanticVersion InstalledVersion(Tool prometheus)
    {
        var words = prometheus.Run(["--version"]).Everything.Split([' ', ',']);
        return words.Select(word => SemanticVersion.TryParse(word, out var version) ? version : default).First(version => version != default);
    }
}
