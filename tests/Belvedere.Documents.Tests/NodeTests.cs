namespace Belvedere.Documents.Tests;

public sealed class NodeTests
{
    [Test]
    public void Maps_are_equal_whatever_the_order_of_their_keys()
    {
        MapNode Map(params string[] keys) => MapNode.Of(keys.Select(key => (key, (Node?)ScalarNode.String(key))));
        var many = Enumerable.Range(0, 20).Select(number => $"k{number}").ToArray();

        Assert.That(Node.ContentEquals(Map("a", "b"), Map("b", "a")), Is.True);
        Assert.That(Node.ContentEquals(Map(many), Map([.. many.Reverse()])), Is.True);
        Assert.That(Node.ContentEquals(Map("a"), Map("a", "b")), Is.False);
        Assert.That(Node.ContentEquals(Map("a"), Map("b")), Is.False);
    }

    [Test]
    public void Lists_are_equal_in_order_only()
    {
        Assert.That(Node.ContentEquals(ListNode.Of("a", "b"), ListNode.Of("a", "b")), Is.True);
        Assert.That(Node.ContentEquals(ListNode.Of("a", "b"), ListNode.Of("b", "a")), Is.False);
    }

    [Test]
    public void A_scalar_is_equal_by_kind_and_text()
    {
        Assert.That(Node.ContentEquals(ScalarNode.String("1"), ScalarNode.Integer(1)), Is.False);
        Assert.That(Node.ContentEquals(ScalarNode.Float(1), ScalarNode.Integer(1)), Is.True);
        Assert.That(Node.ContentEquals(ScalarNode.Null, null), Is.False);
        Assert.That(Node.ContentEquals(MapNode.Empty, ListNode.Empty), Is.False);
    }

    [Test]
    public void A_value_is_set_in_its_place_and_taken_away()
    {
        var map = MapNode.Of(("a", ScalarNode.Integer(1)), ("b", ScalarNode.Integer(2)), ("c", null));

        Assert.That(map.Select(entry => entry.Key.Text), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(map.With("a", ScalarNode.Integer(3)).Select(entry => $"{entry.Key}={entry.Value}"), Is.EqualTo(new[] { "a=3", "b=2" }));
        Assert.That(map.With("z", ScalarNode.Integer(3)).Select(entry => entry.Key.Text), Is.EqualTo(new[] { "a", "b", "z" }));
        Assert.That(map.Without("a").Select(entry => entry.Key.Text), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Scalars_give_their_value()
    {
        Assert.That(ScalarNode.Integer(-5).TryGetInteger(out var integer) ? integer : 0, Is.EqualTo(-5));
        Assert.That(ScalarNode.Float(0.1).TryGetNumber(out var number) ? number : 0, Is.EqualTo(0.1));
        Assert.That(ScalarNode.True.TryGetBoolean(out var truth) && truth, Is.True);
        Assert.That(ScalarNode.String("5").TryGetInteger(out _) || ScalarNode.String("5").TryGetNumber(out _) || ScalarNode.String("true").TryGetBoolean(out _), Is.False);
        Assert.That(new ScalarNode(ScalarKind.Integer, "99999999999999999999").TryGetInteger(out _), Is.False);
        Assert.That(() => ScalarNode.Float(double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
