using Belvedere.Documents.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Belvedere.Documents.Tests;

public sealed class NodePathTests
{
    static readonly Node Document = YamlReader.Read("""
        spec:
          groups:
          - name: a
            rules: [{expr: up}, {expr: down}]
        metadata:
          labels:
            app.kubernetes.io/name: x
            'quote"and\slash': w
            "": z
        """).Documents.Single();

    [TestCase("spec.groups[0].rules[1].expr", "down", "/spec/groups/0/rules/1/expr")]
    [TestCase("metadata.labels[\"app.kubernetes.io/name\"]", "x", "/metadata/labels/app.kubernetes.io~1name")]
    [TestCase("metadata.labels[\"quote\\\"and\\\\slash\"]", "w", "/metadata/labels/quote\"and\\slash")]
    [TestCase("metadata.labels[\"\"]", "z", "/metadata/labels/")]
    public void A_path_finds_its_node_and_renders_as_it_is_written(string text, string value, string pointer)
    {
        Assert.That(NodePath.TryParse(text, out var path), Is.True);
        Assert.That(path.ToString(), Is.EqualTo(text));
        Assert.That(path.ToJsonPointer(), Is.EqualTo(pointer));
        Assert.That(Document.At(path)?.ToString(), Is.EqualTo(value));
        Assert.That(Document.At(text), Is.SameAs(Document.At(path)));
    }

    [TestCase("spec.groups[1]")]
    [TestCase("spec.groups.a")]
    [TestCase("spec[0]")]
    [TestCase("spec.groups[0].name.x")]
    [TestCase("nothing")]
    public void A_path_that_leads_nowhere_finds_nothing(string text)
    {
        Assert.That(NodePath.TryParse(text, out _), Is.True);
        Assert.That(Document.At(text), Is.Null);
    }

    [TestCase(".a")]
    [TestCase("a.")]
    [TestCase("a..b")]
    [TestCase("a[")]
    [TestCase("a[x]")]
    [TestCase("a[-1]")]
    [TestCase("a[99999999999]")]
    [TestCase("a[\"b]")]
    [TestCase("a[\"b\"")]
    [TestCase("a[\"b\"x]")]
    [TestCase("a b")]
    [TestCase("a[0]b")]
    public void What_is_no_path_is_refused(string text)
    {
        Assert.That(NodePath.TryParse(text, out _), Is.False);
        Assert.That(Document.At(text), Is.Null);
    }

    [Test]
    public void The_root_is_the_empty_path()
    {
        Assert.That(NodePath.Root.ToString(), Is.Empty);
        Assert.That(Document.At(""), Is.SameAs(Document));
        Assert.That(NodePath.Root.IsRoot, Is.True);
    }

    [Test]
    public void Any_keys_and_places_render_and_parse_back() => Prop.ForAll<NonNull<string>[], byte>((keys, place) =>
    {
        var path = keys.Aggregate(NodePath.Root, (path, key) => path.Then(key.Get).Then(place));
        return NodePath.TryParse(path.ToString(), out var parsed) && parsed.Equals(path) && parsed.GetHashCode() == path.GetHashCode();
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Paths_are_equal_by_their_steps()
    {
        Assert.That(NodePath.TryParse("a[1]", out var parsed), Is.True);
        Assert.That(NodePath.Root.Then("a").Then(1), Is.EqualTo(parsed));
        Assert.That(NodePath.Root.Then("a").Then(1), Is.Not.EqualTo(NodePath.Root.Then("a").Then(2)));
        Assert.That(NodePath.Root.Then("a"), Is.Not.EqualTo(NodePath.Root.Then("a").Then("b")));
        Assert.That(NodePath.Root.Then("b").Then("a"), Is.Not.EqualTo(NodePath.Root.Then("a")));
        Assert.That(NodePath.Root.Then("0"), Is.Not.EqualTo(NodePath.Root.Then(0)));
    }
}
