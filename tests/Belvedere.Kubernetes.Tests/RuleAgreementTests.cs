using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Kubernetes.Tests;

/// <summary>Our rules against the upstream expressions, evaluated over random values of their schemas.</summary>
public partial class RuleAgreementTests
{
    const int Tries = 3_000;

    /// <summary>What enumerations and patterns limit too, a path's type and a host's name: nothing of the right form can break it.</summary>
    static readonly string[] SaidTwice = ["cel:1267f0554fa2", "cel:20123a065b59", "cel:b31a373d8a00"];

    sealed record Expression(string Identity, string Text, MapNode Schema);

    [Test]
    public void Every_rule_agrees_with_the_upstream_expression()
    {
        var subjects = Subjects();
        var disagreements = new List<string>();
        var undecided = new List<string>();
        foreach (var expression in Expressions())
        {
            var rule = SchemaRules.Find(expression.Identity)!;
            var subject = subjects[expression.Identity];
            var values = new RandomValues(expression.Schema, expression.Text);
            var (met, broken) = (0, 0);
            for (var tried = 0; tried < Tries && (tried < 300 || met == 0 || broken == 0); tried++)
            {
                var value = values.Next();
                var theirs = Cel.IsMet(expression.Text, Plain.Of(Defaults.Fill(value, expression.Schema)));
                met += theirs ? 1 : 0;
                broken += theirs ? 0 : 1;
                if (rule.IsMet(subject(value)) != theirs)
                    disagreements.Add($"{expression.Identity} {rule.Reason} Upstream says {theirs} of {Encoding.UTF8.GetString(Documents.Json.JsonWriter.ToUtf8(value, minified: true))}");
            }

            if (met == 0 || (broken == 0 && !SaidTwice.Contains(expression.Identity)))
                undecided.Add($"{expression.Identity} {rule.Reason} {met} met, {broken} broken");
        }

        Assert.Multiple(() =>
        {
            Assert.That(disagreements.Take(20), Is.Empty);
            Assert.That(undecided, Is.Empty);
        });
    }

    static IEnumerable<Expression> Expressions()
    {
        var seen = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Corpus.Path("crds"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var definition in YamlReader.Read(File.ReadAllBytes(file)).Documents.OfType<MapNode>().Where(document => document["kind"] is ScalarNode { Text: "CustomResourceDefinition" }))
                foreach (var version in (ListNode)definition.At("spec.versions")!)
                    Collect((MapNode)version.At("schema.openAPIV3Schema")!, seen);
        return seen.Values.Where(expression => SchemaRules.Find(expression.Identity) is not null);
    }

    static void Collect(MapNode schema, Dictionary<string, Expression> seen)
    {
        foreach (var rule in (schema["x-kubernetes-validations"] as ListNode ?? ListNode.Empty).OfType<MapNode>())
        {
            var text = $"{rule["rule"]}";
            var identity = $"cel:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
            seen.TryAdd(identity, new(identity, text, schema));
        }

        foreach (var property in schema["properties"] as MapNode ?? MapNode.Empty)
            Collect((MapNode)property.Value, seen);
        foreach (var inner in (Node?[])[schema["items"], schema["additionalProperties"]])
            if (inner is MapNode map)
                Collect(map, seen);
    }

    // How a value is shown to a rule: with the table that names the rule.
    static Dictionary<string, Func<Node, RuleSubject>> Subjects()
    {
        var made = new Dictionary<string, Func<Node, RuleSubject>>(StringComparer.Ordinal);
        for (var id = 0; id < Shapes.Count; id++)
        {
            var shape = Shapes.At(id);
            foreach (var identity in shape.Rules)
                made.TryAdd(identity, value => new RuleSubject(value, shape));
            foreach (var field in shape.Fields)
                for (var value = field.Value; value is not null; value = value.Item)
                {
                    var held = value;
                    foreach (var identity in held.Limits?.Rules ?? [])
                        made.TryAdd(identity, node => new RuleSubject(node, held));
                }
        }

        return made;
    }
}

/// <summary>Fills in defaults as API servers do.</summary>
static class Defaults
{
    public static Node Fill(Node value, MapNode schema)
    {
        switch (value)
        {
            case MapNode map when schema["properties"] is MapNode properties:
                foreach (var property in properties)
                {
                    var inner = (MapNode)property.Value;
                    if ((map[property.Key.Text] ?? inner["default"]) is { } held)
                        map = map.With(property.Key.Text, Fill(held, inner));
                }

                return map;
            case ListNode list when schema["items"] is MapNode items:
                return new ListNode(list.Select(item => Fill(item, items)));
            default:
                return value;
        }
    }
}

/// <summary>Trees as plain values.</summary>
static class Plain
{
    public static object Of(Node node) => node switch
    {
        MapNode map => map.ToDictionary(entry => entry.Key.Text, entry => Of(entry.Value)),
        ListNode list => list.Select(Of).ToList(),
        ScalarNode { Kind: ScalarKind.Boolean } truth => truth.Text is "true",
        ScalarNode { IsNumber: true } number => double.Parse(number.Text, CultureInfo.InvariantCulture),
        _ => ((ScalarNode)node).Text,
    };
}

/// <summary>Makes random values of a schema, with an eye on what an expression mentions.</summary>
sealed partial class RandomValues
{
    readonly Random random = new(7);
    readonly MapNode schema;
    readonly List<string> texts;
    readonly HashSet<string> mentioned;

    // Whether every list has many items this time.
    bool isGenerous;

    public RandomValues(MapNode schema, string expression)
    {
        this.schema = schema;
        mentioned = [.. Word().Matches(expression).Select(match => match.Value.Trim('_')), .. Word().Matches(expression).Select(match => match.Value)];
        texts =
        [
            "", "a", "b", "/", "/a", "/a//b", "/./", "/../a", "/a/..", "/a/.", "/%2f", "/a%2Fb", "/a#b", "a b", "example.com", "*.example.com", "*", "a.*", "10.0.0.1", "::1",
            "a/b", "example.com/b", $"{new string('x', 260)}/b", "5s", "10s", "0s", "Proxy", "COOKIE", "%", "%[req.hdr(host)]", "%[res.hdr(host),lower]", "%[ssl_c_der,base64]",
            "3f8f5a52-62a9-4c5c-9f1a-0c9a4f6d1f10", "logging", "monitoring", "dashboards", "troubleshooting-panel", "distributed-tracing", "Service", "PathPrefix", "Exact",
            "strict-transport-security", "set-cookie", "proxy", "cookie",
            .. Quoted().Matches(expression).Select(match => match.Groups[1].Value),
        ];
    }

    public Node Next()
    {
        isGenerous = random.Next(20) == 0;
        return Value(schema, 0);
    }

    Node Value(MapNode of, int depth)
    {
        if (of["enum"] is ListNode values)
            return values[random.Next(values.Count)];

        switch ($"{of["type"]}")
        {
            case "object" when of["properties"] is MapNode properties:
                return new MapNode(properties.Where(property => Includes(of, property.Key.Text, depth)).Select(property => property with { Value = Value((MapNode)property.Value, depth + 1) }));
            case "object":
                return new MapNode(Enumerable.Range(0, random.Next(3)).Select(_ => Text()).Distinct().Select(key => new MapEntry(ScalarNode.String(key), ScalarNode.String("a"))));
            case "array":
                var items = Enumerable.Range(0, isGenerous ? 9 + random.Next(8) : random.Next(4)).Select(_ => Value((MapNode)of["items"]!, depth + 1)).ToList();
                // An item twice, or once more with an optional field less.
                if (items.Count > 0 && random.Next(4) == 0)
                    items.Add(items[0] is MapNode map && random.Next(2) == 0 ? Less(map, (MapNode)of["items"]!) : items[0]);
                return new ListNode(items);
            case "integer" or "number":
                return ScalarNode.Integer(random.Next(4));
            case "boolean":
                return ScalarNode.Boolean(random.Next(2) == 0);
            default:
                // Rules are asked of what has the right form only.
                var fitting = $"{of["pattern"]}" is { Length: > 0 } pattern ? texts.Where(text => Regex.IsMatch(text, pattern)).ToList() : texts;
                return ScalarNode.String(fitting.Count > 0 ? fitting[random.Next(fitting.Count)] : Text());
        }
    }

    MapNode Less(MapNode map, MapNode of)
    {
        var optional = map.Where(entry => !IsRequired(of, entry.Key.Text)).ToList();
        return optional.Count == 0 ? map : map.Without(optional[random.Next(optional.Count)].Key.Text);
    }

    static bool IsRequired(MapNode of, string field) => of["required"] is ListNode required && required.Any(name => $"{name}" == field);

    bool Includes(MapNode of, string field, int depth) =>
        IsRequired(of, field)
        // Rules over a whole object are asked of one that has both.
        || (field is "metadata" or "spec" && depth == 0)
        || random.Next(10) < (mentioned.Contains(field) ? 5 : depth < 2 && mentioned.Count < 3 ? 2 : 0);

    string Text() => texts[random.Next(texts.Count)];

    [GeneratedRegex("[A-Za-z_]+[A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex("['\"]([^'\"]*)['\"]")]
    private static partial Regex Quoted();
}
