using System.Buffers;
using System.Text;
using Belvedere.Documents.Yaml;

namespace Belvedere.Documents.Tests.Yaml;

public sealed class YamlWriterTests
{
    [Test]
    public void A_manifest_looks_as_kubectl_writes_it()
    {
        var document = MapNode.Of(
            ("apiVersion", ScalarNode.String("v1")),
            ("spec", MapNode.Of(
                ("replicas", ScalarNode.Integer(3)),
                ("ratio", new ScalarNode(ScalarKind.Float, "1.50")),
                ("paused", ScalarNode.False),
                ("nothing", ScalarNode.Null),
                ("args", ListNode.Of("--web.enable-lifecycle", "yes", "0x1", "a: b")),
                ("matrix", new ListNode([ListNode.Of("a", "b"), ListNode.Of("c")])),
                ("containers", new ListNode([MapNode.Of(("name", ScalarNode.String("x")), ("ports", new ListNode([MapNode.Of(("port", ScalarNode.Integer(80)))])), ("env", ListNode.Empty))])),
                ("emptyDir", MapNode.Empty),
                ("script", ScalarNode.String("#!/bin/sh\n  exit 0\n")))));

        Assert.That(Written(document), Is.EqualTo("""
            apiVersion: v1
            spec:
              replicas: 3
              ratio: 1.50
              paused: false
              nothing: null
              args:
              - '--web.enable-lifecycle'
              - 'yes'
              - '0x1'
              - 'a: b'
              matrix:
              - - a
                - b
              - - c
              containers:
              - name: x
                ports:
                - port: 80
                env: []
              emptyDir: {}
              script: |
                #!/bin/sh
                  exit 0

            """));
    }

    [TestCase("sum by (job) (rate(x{a=\"b\"}[5m])) > 1", "sum by (job) (rate(x{a=\"b\"}[5m])) > 1")]
    [TestCase("/metrics", "/metrics")]
    [TestCase("(a or b)", "(a or b)")]
    [TestCase("_x", "_x")]
    [TestCase("a", "a")]
    [TestCase("", "''")]
    [TestCase("Yes", "'Yes'")]
    [TestCase("OFF", "'OFF'")]
    [TestCase("nUlL", "'nUlL'")]
    [TestCase("Infinity", "'Infinity'")]
    [TestCase("yesterday", "yesterday")]
    [TestCase("1.0", "'1.0'")]
    [TestCase("12e03", "'12e03'")]
    [TestCase("a:", "'a:'")]
    [TestCase("a ", "'a '")]
    [TestCase("a #b", "'a #b'")]
    [TestCase("it's", "it's")]
    [TestCase("'it''s'", "'''it''''s'''")]
    [TestCase("é", "\"é\"")]
    [TestCase("a\tb", "\"a\\tb\"")]
    [TestCase("\r\"\\", "\"\\r\\\"\\\\\"")]
    [TestCase("\u0000\u0085\u00A0\u2028\uFEFF\u202E", "\"\\u0000\\u0085\\u00A0\\u2028\\uFEFF\\u202E\"")]
    [TestCase("a\nb", "|-\n  a\n  b")]
    [TestCase("a\nb\n", "|\n  a\n  b")]
    [TestCase("a\n\n", "|+\n  a\n")]
    [TestCase("a — b\nc…\n", "|\n  a — b\n  c…")]
    [TestCase(" a\nb", "\" a\\nb\"")]
    [TestCase("\na", "\"\\na\"")]
    [TestCase("a \nb", "\"a \\nb\"")]
    [TestCase("a\n\tb", "\"a\\n\\tb\"")]
    [TestCase("😀\n", "\"😀\\n\"")]
    public void A_string_takes_the_style_of_the_rule(string text, string written) =>
        Assert.That(Written(MapNode.Of(("k", ScalarNode.String(text)))), Is.EqualTo($"k: {written}\n"));

    [TestCase("a b", "a b: 1\n")]
    [TestCase("app.kubernetes.io/name", "app.kubernetes.io/name: 1\n")]
    [TestCase("on", "'on': 1\n")]
    [TestCase("1", "'1': 1\n")]
    [TestCase("a\nb", "\"a\\nb\": 1\n")]
    [TestCase("Last *", "'Last *': 1\n")]
    public void A_key_follows_the_same_rule_on_one_line(string key, string written) =>
        Assert.That(Written(MapNode.Of((key, ScalarNode.Integer(1)))), Is.EqualTo(written));

    [Test]
    public void A_long_key_is_announced() =>
        Assert.That(Written(MapNode.Of((new string('k', 129), ScalarNode.Integer(1)))), Is.EqualTo($"? {new string('k', 129)}\n: 1\n"));

    [Test]
    public void Documents_are_set_apart() =>
        Assert.That(Encoding.UTF8.GetString(YamlWriter.AllToUtf8([MapNode.Of(("a", ScalarNode.Integer(1))), ListNode.Empty, ScalarNode.String("x\ny")])), Is.EqualTo("a: 1\n---\n[]\n---\n|-\n  x\n  y\n"));

    [Test]
    public void Half_a_character_becomes_the_replacement_character() => Assert.That(Written(ScalarNode.String("a\uD83Db")), Is.EqualTo("\"a\uFFFDb\"\n"));

    // A target that hands out just what was asked for finds every miscounted byte.
    [Test]
    public void The_target_may_hand_out_small_pieces()
    {
        var document = new ListNode(Strings.All().Append(new string('é', 100_000)).Append(string.Concat(Enumerable.Repeat("😀", 50_000))).Select((text, number) => Strings.Holder(number, text)));
        var target = new Exact();
        YamlWriter.Write(document, target);

        Assert.That(target.Written.ToArray().AsSpan().SequenceEqual(YamlWriter.ToUtf8(document)), Is.True);
        Assert.That(Node.ContentEquals(YamlReader.Read(target.Written.ToArray()).Documents.Single(), document), Is.True);
    }

    static string Written(Node node) => Encoding.UTF8.GetString(YamlWriter.ToUtf8(node));

    sealed class Exact : IBufferWriter<byte>
    {
        byte[] current = [];

        public MemoryStream Written { get; } = new();

        public void Advance(int count) => Written.Write(current, 0, count);

        public Memory<byte> GetMemory(int sizeHint = 0) => current = new byte[Math.Max(sizeHint, 1)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
