using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Kubernetes.Tests;

public class CustomResourceSchemaTests
{
    [Test]
    public void A_definition_checks_objects_of_its_kind()
    {
        var schema = CustomResourceSchema.TryRead((MapNode)YamlReader.Read("""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              group: example.com
              names: {kind: Widget}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                schema:
                  openAPIV3Schema:
                    type: object
                    required: [spec]
                    properties:
                      spec:
                        type: object
                        required: [size, colour]
                        properties:
                          size: {type: integer, minimum: 1, maximum: 3}
                          colour: {type: string, enum: [red, blue], default: red}
                          parts: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: {type: object, properties: {name: {type: string}}}}
              - name: v2
                served: false
                schema: {openAPIV3Schema: {type: object}}
            """).Documents[0])!;

        Assert.Multiple(() =>
        {
            Assert.That(schema.ApiVersions, Is.EqualTo((string[])["example.com/v1"]));
            Assert.That(Problems("{apiVersion: example.com/v1, kind: Widget, spec: {size: 2}}"), Is.Empty);
            Assert.That(Problems("{apiVersion: example.com/v1, kind: Widget, spec: {size: 4, color: red, parts: [{name: a}, {name: a}]}}"), Is.EqualTo((string[])
            [
                "spec.size: 4 is too large: at most 3 is allowed.",
                "spec.color: spec has no field color. Did you mean colour?",
                "spec.parts[1]: Item 0 has the same name. Items of this list are told apart by name: give each its own.",
            ]));
            Assert.That(Problems("{apiVersion: example.com/v2, kind: Widget}"), Has.Length.EqualTo(1));
            Assert.That(Problems("{apiVersion: example.com/v1, kind: Widget}"), Is.EqualTo((string[])["spec: Widget needs spec."]));
        });

        string[] Problems(string manifest) => [.. schema.Validate((MapNode)YamlReader.Read(manifest).Documents[0]).Select(problem => problem.ToString())];
    }

    [TestCase("{kind: Service}")]
    [TestCase("{kind: CustomResourceDefinition}")]
    [TestCase("{kind: CustomResourceDefinition, spec: {group: a, names: {kind: B}, versions: [{name: v1}]}}")]
    public void What_defines_nothing_is_no_schema(string manifest) =>
        Assert.That(CustomResourceSchema.TryRead((MapNode)YamlReader.Read(manifest).Documents[0]), Is.Null);

    [Test]
    public void A_definition_judges_the_corpus_as_the_tables_that_were_made_of_it()
    {
        var schemas = CorpusObjects.All.Where(item => item.Kind is "CustomResourceDefinition" && item.File.StartsWith("crds", StringComparison.Ordinal))
            .Select(item => CustomResourceSchema.TryRead(item.Manifest)!)
            .SelectMany(schema => schema.ApiVersions.Select(version => (version, schema)))
            .GroupBy(entry => (entry.version, entry.schema.Kind), entry => entry.schema)
            .ToDictionary(group => group.Key, group => group.First());

        var mutations = new Mutations(seed: 5);
        var compared = 0;
        foreach (var item in CorpusObjects.All.Where(item => ManifestSchema.Knows(item.ApiVersion, item.Kind) && schemas.ContainsKey((item.ApiVersion, item.Kind))))
        {
            var (what, manifest) = mutations.Mutate(item.Manifest);
            var byTable = ManifestSchema.Validate(manifest).Where(IsStructural).Select(problem => problem.Path.ToString());
            var byDefinition = schemas[(item.ApiVersion, item.Kind)].Validate(manifest).Where(IsStructural).Select(problem => problem.Path.ToString());
            Assert.That(byDefinition, Is.EquivalentTo(byTable), $"{item}, {what}");
            compared++;
        }

        Assert.That(compared, Is.GreaterThan(300));

        // What API servers check of Kubernetes' own types in code is in the tables only.
        static bool IsStructural(ManifestProblem problem) => problem.Kind is ManifestProblemKind.UnknownField or ManifestProblemKind.MissingField or ManifestProblemKind.WrongType or ManifestProblemKind.NullValue;
    }

    [Test]
    public void Every_object_of_an_OpenShift_release_fits_the_definitions_of_that_release()
    {
        var problems = new List<string>();
        foreach (var release in Directory.EnumerateDirectories(Corpus.Path("openshift")))
        {
            var schemas = Directory.EnumerateFiles(Path.Combine(release, "crds"), "*.json")
                .Select(file => CustomResourceSchema.TryRead((MapNode)JsonReader.Read(File.ReadAllBytes(file)).Documents[0])!)
                .ToDictionary(schema => schema.Kind);
            foreach (var item in CorpusObjects.All.Where(item => item.File.StartsWith($"openshift/{Path.GetFileName(release)}/", StringComparison.Ordinal) && item.Kind is not "CustomResourceDefinition"))
                if (schemas.TryGetValue(item.Kind, out var schema))
                    problems.AddRange(schema.Validate(item.Manifest).Where(problem => problem.Kind is not ManifestProblemKind.NullValue).Select(problem => problem.ToString()));
        }

        // Misspelt by upstream itself, for years; and a rule file without rules.
        Assert.That(problems.Distinct(), Is.EquivalentTo((string[])
        [
            "spec.externalURL: spec has no field externalURL. Did you mean externalUrl?",
            "spec: PrometheusRule needs spec.",
            "spec.volumes[0].configmap: volumes has no field configmap. Did you mean configMap?",
        ]));
    }
}
