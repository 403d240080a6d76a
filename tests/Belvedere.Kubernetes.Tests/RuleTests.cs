using System.Text.RegularExpressions;
using Belvedere.Testing;

namespace Belvedere.Kubernetes.Tests;

public partial class RuleTests
{
    [Test]
    public void Every_rule_that_the_schemas_name_is_implemented_and_none_more()
    {
        var named = Directory.EnumerateFiles(Checkout.Path("schemas"), "*.json")
            .SelectMany(file => Identity().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet();

        Assert.That(SchemaRules.Identities.Concat(ChangeRules.Identities), Is.EquivalentTo(named));
    }

    [GeneratedRegex("\"([a-zA-Z]+:[0-9a-f]{12})\"")]
    private static partial Regex Identity();
}
