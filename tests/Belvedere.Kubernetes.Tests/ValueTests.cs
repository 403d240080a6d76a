namespace Belvedere.Kubernetes.Tests;

public class ValueTests
{
    [TestCase("1", "1000m")]
    [TestCase("1Ki", "1024")]
    [TestCase("0.5", "500m")]
    [TestCase("1e3", "1k")]
    [TestCase("1E", "1e18")]
    [TestCase("+2", "2.")]
    [TestCase(".5Gi", "512Mi")]
    [TestCase("0.1", "100m")]
    public void Quantities_are_equal_by_value(string left, string right) => Assert.Multiple(() =>
    {
        Assert.That(new Quantity(left), Is.EqualTo(new Quantity(right)));
        Assert.That(new Quantity(left).GetHashCode(), Is.EqualTo(new Quantity(right).GetHashCode()));
        Assert.That(new Quantity(left).Text, Is.EqualTo(left));
    });

    [TestCase("1Gi", "1G")]
    [TestCase("1", "999m")]
    [TestCase("-1", "-2")]
    [TestCase("1e100", "9E")]
    [TestCase("0", "nonsense")]
    public void Quantities_are_ordered_by_value(string more, string less) => Assert.Multiple(() =>
    {
        Assert.That(new Quantity(more), Is.GreaterThan(new Quantity(less)));
        Assert.That(new Quantity(less) < new Quantity(more));
    });

    [TestCase("")]
    [TestCase("1 Gi")]
    [TestCase("1gi")]
    [TestCase("1Kib")]
    [TestCase("1e")]
    [TestCase("1e999999999")]
    [TestCase("--1")]
    [TestCase(".")]
    [TestCase("1,5")]
    [TestCase("١")]
    public void What_is_no_quantity_keeps_its_text_and_equals_only_itself(string text) => Assert.Multiple(() =>
    {
        Assert.That(new Quantity(text).IsValid, Is.False);
        Assert.That(new Quantity(text).Text, Is.EqualTo(text));
        Assert.That(new Quantity(text), Is.EqualTo(new Quantity(string.Concat(text))));
        Assert.That(new Quantity(text), Is.Not.EqualTo(new Quantity("0")));
    });

    [Test]
    public void A_quantity_that_is_not_set_is_zero() => Assert.That(default(Quantity), Is.EqualTo(new Quantity("0")));

    [Test]
    public void Parts_with_the_same_amounts_are_equal_whatever_their_spelling()
    {
        ResourceRequirements left = new() { Requests = new() { ["cpu"] = "1", ["memory"] = "1Gi" } };
        ResourceRequirements right = new() { Requests = new() { ["memory"] = "1024Mi", ["cpu"] = "1000m" } };

        Assert.Multiple(() =>
        {
            Assert.That(left, Is.EqualTo(right));
            Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
            Assert.That(left with { Claims = [] }, Is.Not.EqualTo(right));
        });
    }

    [Test]
    public void An_integer_or_a_string_is_what_it_is_made_of()
    {
        IntOrString port = 9090, name = "web";

        Assert.Multiple(() =>
        {
            Assert.That(port.IsInteger && port.Integer == 9090 && port.Text == "9090");
            Assert.That(!name.IsInteger && name.Text == "web");
            Assert.That(port, Is.Not.EqualTo((IntOrString)"9090"));
        });
    }

    [Test]
    public void A_choice_takes_known_values_and_any_text()
    {
        RelabelConfig known = new() { Action = RelabelAction.Drop }, text = new() { Action = "drop" }, unknown = new() { Action = "explode" };

        Assert.Multiple(() =>
        {
            Assert.That(known, Is.EqualTo(text));
            Assert.That(known.Action == text.Action);
            Assert.That(unknown.Action!.Text, Is.EqualTo("explode"));
            Assert.That(unknown.Action != known.Action);
        });
    }

    [Test]
    public void A_map_is_sorted_by_ordinal_key_and_its_last_value_stands()
    {
        Map<string> map = new() { ["b"] = "4", ["a"] = "2", ["B"] = "3" };
        Map<string> made = [new("b", "1"), new("B", "3"), new("a", "2"), new("b", "4")];

        Assert.Multiple(() =>
        {
            Assert.That(((IReadOnlyDictionary<string, string>)map).Keys, Is.EqualTo((string[])["B", "a", "b"]));
            Assert.That(map["b"], Is.EqualTo("4"));
            Assert.That(made.Equals(map));
            Assert.That(map.With("c", "5").Without("c").Equals(map));
            Assert.That(map.With("c", "5"), Has.Count.EqualTo(4));
            Assert.That(map, Has.Count.EqualTo(3));
            Assert.That(() => map["z"], Throws.TypeOf<KeyNotFoundException>());
        });
    }
}
