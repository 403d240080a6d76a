using Belvedere.Knowledge;

namespace Belvedere.Tests.Knowledge;

public sealed class LabelSelectorTests
{
    static readonly Dictionary<string, string> None = [];

    [TestCase("*", "", true)]
    [TestCase("a=1", "a=1", true)]
    [TestCase("a==1", "a=1", true)]
    [TestCase("a=1", "a=2", false)]
    [TestCase("a=1", "", false)]
    [TestCase("a!=1", "a=2", true)]
    [TestCase("a!=1", "", true)]
    [TestCase("a!=1", "a=1", false)]
    [TestCase("a in (1,2)", "a=2", true)]
    [TestCase("a in (1, 2)", "a=3", false)]
    [TestCase("a in (1)", "", false)]
    [TestCase("a notin (1,2)", "a=2", false)]
    [TestCase("a notin (1,2)", "", true)]
    [TestCase("a", "a=1", true)]
    [TestCase("a", "", false)]
    [TestCase("!a", "a=1", false)]
    [TestCase("!a", "", true)]
    [TestCase("a notin (1,2),b=3", "b=3", true)]
    [TestCase("a notin (1,2),b=3", "a=1;b=3", false)]
    public void Selector_selects_as_Kubernetes_says(string selector, string labels, bool selected)
    {
        var parsed = labels.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(label => label.Split('=')).ToDictionary(label => label[0], label => label[1]);
        Assert.That(LabelSelector.Parse(selector).Matches(labels.Length == 0 ? None : parsed), Is.EqualTo(selected));
    }
}
