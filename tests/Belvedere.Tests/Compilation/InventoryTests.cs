using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>Inventory files: what they say reaches the output, and mistakes are told at their line and column.</summary>
public class InventoryTests
{
    static CompilationResult Compile(string yaml)
    {
        using var project = new TemporaryFolder();
        project.Write("clusters.yaml", yaml);
        Profile standard = new("standard"), edge = new("edge");
        return Compiled.From(Fleets.Small() with { Clusters = Clusters.FromYaml("clusters.yaml", [standard, edge], [new Ring("canary")]) }, project.Root);
    }

    [Test]
    public void Entries_take_defaults_and_override_them()
    {
        var result = Compile("""
            defaults:
              platform: Kubernetes 1.33
              profile: standard
              ring: canary
              labels: {region: eu, tier: gold}
            clusters:
            - name: north
            - {name: south, profile: edge, labels: {region: us}, apiServer: 'https://south.example.com:6443'}
            """);
        Assert.That(result.Diagnostics, Is.Empty);
        var texts = Compiled.Texts(result.Repository);
        Assert.Multiple(() =>
        {
            Assert.That(texts[$"clusters/{Layout.Shard("north")}/north/kustomization.yaml"], Does.Contain("base/standard").And.Contain("region: eu").And.Contain("tier: gold"));
            Assert.That(texts[$"clusters/{Layout.Shard("south")}/south/kustomization.yaml"], Does.Contain("base/edge").And.Contain("region: us").And.Contain("tier: gold"));
            Assert.That(texts[$"clusters/{Layout.Shard("south")}/south/cluster.json"], Does.Contain("https://south.example.com:6443").And.Contain("\"ring\": \"canary\""));
        });
    }

    [TestCase("clusters:\n- name: north\n  platform: Kubernetes 1.33\n  profle: standard\n", "BLV1022", 4, 3, "'profle'", "Did you mean 'profile'?")]
    [TestCase("cluster:\n- name: north\n", "BLV1022", 1, 1, "'cluster'", "Did you mean 'clusters'?")]
    [TestCase("clusters:\n- name: north\n  platform: Kubernetes 1.33\n  profile: standart\n", "BLV1025", 4, 12, "'standart'", "Did you mean 'standard'?")]
    [TestCase("clusters:\n- name: north\n  platform: Kubernetes 1.33\n  profile: standard\n  ring: beta\n", "BLV1025", 5, 9, "'beta'", "canary")]
    [TestCase("clusters:\n- name: 17\n  platform: Kubernetes 1.33\n  profile: standard\n", "BLV1023", 2, 9, "number 17", "\"17\"")]
    [TestCase("clusters:\n- name: yes\n  platform: Kubernetes 1.33\n  profile: standard\n", "BLV1023", 2, 9, "truth value", "quotes")]
    [TestCase("clusters:\n- north\n", "BLV1023", 2, 3, "A cluster must be", "a map")]
    [TestCase("clusters: north\n", "BLV1023", 1, 11, "clusters", "a list")]
    [TestCase("clusters:\n- platform: Kubernetes 1.33\n  profile: standard\n", "BLV1024", 2, 3, "no 'name'", "Add it")]
    [TestCase("clusters:\n- name: north\n  profile: standard\n", "BLV1024", 2, 3, "no 'platform'", "defaults")]
    [TestCase("clusters:\n- name: north\n  platform: Kubernets 1.33\n  profile: standard\n", "BLV1027", 3, 13, "'Kubernets 1.33'", "Did you mean 'Kubernetes'?")]
    [TestCase("clusters:\n- name: north\n  name: south\n", "BLV1021", 3, 3, "name", "2:")]
    [TestCase("clusters: [\n", "BLV1021", 2, 1, "", "")]
    public void A_mistake_is_told_where_it_stands(string yaml, string code, int line, int column, string says, string remedy)
    {
        var result = Compile(yaml);
        var diagnostic = result.Diagnostics.FirstOrDefault(found => found.Descriptor.Code == code);
        Assert.That(diagnostic, Is.Not.Null, () => string.Join("\n", result.Diagnostics));
        Assert.Multiple(() =>
        {
            Assert.That((diagnostic!.Location.Line, diagnostic.Location.Column), Is.EqualTo((line, column)), diagnostic.ToString());
            Assert.That(diagnostic.Location.File, Does.EndWith("clusters.yaml"));
            Assert.That(diagnostic.Message, Does.Contain(says).And.Contain(remedy));
            Assert.That(result.Repository.Files, Is.Empty);
        });
    }

    [TestCase("clusters: []\n")]
    [TestCase("clusters:\n")]
    [TestCase("")]
    public void An_empty_inventory_is_told_at_the_model(string yaml)
    {
        var result = Compile(yaml);
        Assert.That(result.Diagnostics.Select(found => found.Descriptor.Code), Is.EqualTo(new[] { "BLV1026" }), () => string.Join("\n", result.Diagnostics));
        Assert.That(result.Diagnostics[0].Location.File, Does.EndWith("InventoryTests.cs"));
    }
}
