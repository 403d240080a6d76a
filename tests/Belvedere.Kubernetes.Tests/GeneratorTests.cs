using Belvedere.Kubernetes.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Belvedere.Kubernetes.Tests;

public class GeneratorTests
{
    const string Schema = """
        {"$defs": {
          "ObjectMeta": {"type": "object", "properties": {"name": {"type": "string"}}},
          "ContainerPort": {"type": "object", "required": ["containerPort"], "properties": {
            "containerPort": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 65535, "default": 80},
            "protocol": {"$ref": "#/$defs/Protocol"},
            "toString": {"type": "boolean"},
            "x-and.more": {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "string"}}}
          }},
          "Protocol": {"type": "string", "enum": ["", "TCP", "tcp", "!=", "1.1"]}
        }}
        """;

    [TestCase("public int? Port {", Description = "C# forbids a member that is named like its type.")]
    [TestCase("public global::Belvedere.Kubernetes.Protocol? Protocol {")]
    [TestCase("public bool? ToStringValue {", Description = "Every object has a ToString.")]
    [TestCase("public global::System.Collections.Generic.IReadOnlyList<global::Belvedere.Kubernetes.Map<string>>? XAndMore {")]
    [TestCase("<c>ContainerPort.containerPort</c>: integer (int32), at least <c>1</c>, at most <c>65535</c>, default <c>80</c>, required.")]
    [TestCase("public static Protocol Empty => new(\"\");")]
    [TestCase("public static Protocol TCP => new(\"TCP\");")]
    [TestCase("public static Protocol NotEqual => new(\"!=\");")]
    [TestCase("public static Protocol _1_1 => new(\"1.1\");")]
    public void A_schema_becomes_members(string expected) => Assert.That(Generated(Schema).Text, Does.Contain(expected));

    [Test]
    public void Values_that_differ_in_case_have_one_member() => Assert.That(Generated(Schema).Text, Does.Not.Contain("new(\"tcp\")"));

    [TestCase("{\"$defs\": {\"ObjectMeta\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"colour\"}}}}}")]
    [TestCase("{\"$defs\": {\"ObjectMeta\": {\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/$defs/Missing\"}}}}}")]
    [TestCase("{\"$defs\": {")]
    public void A_schema_that_cannot_be_used_is_an_error_of_the_build(string schema) =>
        Assert.That(Generated(schema).Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo((string[])["BLVG001"]));

    [Test]
    public void Nothing_is_generated_again_while_the_schemas_stay()
    {
        var driver = Driver(Schema).RunGenerators(Compilation("class A;"));

        var again = driver.RunGenerators(Compilation("class B;")).GetRunResult().Results.Single();

        Assert.That(again.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    static (string Text, IEnumerable<Diagnostic> Diagnostics) Generated(string schema)
    {
        var result = Driver(schema).RunGenerators(Compilation("class A;")).GetRunResult();
        return (string.Concat(result.GeneratedTrees.Select(tree => tree.GetText())), result.Diagnostics);
    }

    static CSharpGeneratorDriver Driver(string schema) => CSharpGeneratorDriver.Create(
        [new RecordGenerator().AsSourceGenerator()],
        [new SchemaFile(schema)],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    static CSharpCompilation Compilation(string source) => CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(source)]);

    sealed class SchemaFile(string content) : AdditionalText
    {
        public override string Path => "schemas/meta.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }
}
