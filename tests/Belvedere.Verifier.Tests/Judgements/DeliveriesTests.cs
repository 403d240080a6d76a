using Belvedere.Verifier.Judgements;

namespace Belvedere.Verifier.Tests.Judgements;

public class DeliveriesTests
{
    static readonly Repository Good = Judged.Of(
    [
        .. Judged.Unit("hub/bootstrap", """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: fleet, namespace: argocd}
            spec:
              sourceRepos: [https://git.example.com/a.git]
              destinations: [{server: https://kubernetes.default.svc, namespace: argocd}, {name: '*', namespace: metrics}]
              clusterResourceWhitelist: []
              namespaceResourceWhitelist: [{group: '', kind: ConfigMap}, {group: argoproj.io, kind: ApplicationSet}]
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: fleet, namespace: argocd, annotations: {argocd.argoproj.io/manifest-generate-paths: .}}
            spec:
              project: fleet
              destination: {server: https://kubernetes.default.svc, namespace: argocd}
              source: {repoURL: https://git.example.com/a.git, path: hub/argocd, targetRevision: refs/heads/main}
            """),
        .. Judged.Unit("hub/argocd", """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: all, namespace: argocd}
            spec:
              goTemplate: true
              goTemplateOptions: [missingkey=error]
              generators:
              - {git: {files: [{path: clusters/*/*/cluster.json}]}, selector: {matchLabels: {ring: all}}}
              syncPolicy: {preserveResourcesOnDeletion: true}
              template:
                metadata: {name: 'fleet-{{.cluster}}', annotations: {argocd.argoproj.io/manifest-generate-paths: '{{.generatePaths}}'}}
                spec:
                  project: fleet
                  destination: {name: '{{.destination}}', namespace: metrics}
                  source: {repoURL: https://git.example.com/a.git, path: '{{.path.path}}', targetRevision: refs/heads/main}
            """),
        ("base/standard/kustomization.yaml", "kind: Kustomization\nresources: [map.yaml]\n"),
        ("base/standard/map.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: map, namespace: metrics}}"),
        ("clusters/0/north/kustomization.yaml", "kind: Kustomization\nresources: [../../../base/standard]\n"),
        ("clusters/0/north/cluster.json", """{"cluster": "north", "platform": "Kubernetes 1.33", "ring": "all", "destination": "north", "generatePaths": ".;/base/standard"}"""),
    ]);

    [Test]
    public void Cluster_of_one_application_is_right() => Assert.That(Good.By<Deliveries>(), Is.Empty);

    [TestCase("matchLabels: {ring: all}", "matchLabels: {ring: other}", "no application applies what is made for it")]
    [TestCase("path: hub/argocd", "path: hub/other", "has no kustomization")]
    [TestCase(".;/base/standard", ".", "a change of 'base/standard' does not reach")]
    [TestCase(".;/base/standard", ".;/base/standard;/base/other", "waits for changes of '/base/other'")]
    [TestCase("{{.generatePaths}}", "{{.paths}}", "uses a parameter that its cluster does not have")]
    [TestCase("name: 'fleet-{{.cluster}}'", "name: 'fleet'", "application 'fleet' is there twice")]
    [TestCase("{group: '', kind: ConfigMap}, ", "", "does not allow ConfigMap of ''")]
    [TestCase("{name: '*', namespace: metrics}", "{name: '*', namespace: other}", "does not allow namespace 'metrics' of north")]
    [TestCase("project: fleet\n      destination", "project: other\n      destination", "project 'other' is not there")]
    [TestCase("[missingkey=error]", "[]", "becomes the text '<no value>'")]
    [TestCase("preserveResourcesOnDeletion: true", "preserveResourcesOnDeletion: false", "removes them all")]
    [TestCase("sourceRepos: [https://git.example.com/a.git]", "sourceRepos: []", "does not allow the repository")]
    public void Delivery_that_does_not_arrive_is_found(string before, string after, string problem) =>
        Assert.That(Good.With(before, after).By<Deliveries>(), Has.Some.Contains(problem));

    static readonly Repository AddOn = Judged.Hub("""
        apiVersion: cluster.open-cluster-management.io/v1beta2
        kind: ManagedClusterSetBinding
        metadata: {name: global, namespace: fleet}
        spec: {clusterSet: global}
        ---
        apiVersion: cluster.open-cluster-management.io/v1beta1
        kind: Placement
        metadata: {name: standard, namespace: fleet}
        spec:
          clusterSets: [global]
          tolerations: [{key: cluster.open-cluster-management.io/unreachable}, {key: cluster.open-cluster-management.io/unavailable}]
        ---
        apiVersion: addon.open-cluster-management.io/v1alpha1
        kind: ClusterManagementAddOn
        metadata: {name: metrics}
        spec: {installStrategy: {placements: [{name: standard, namespace: fleet, configs: [{group: addon.open-cluster-management.io, resource: addontemplates, name: standard}]}]}}
        ---
        apiVersion: addon.open-cluster-management.io/v1alpha1
        kind: AddOnTemplate
        metadata: {name: standard}
        spec: {addonName: metrics, agentSpec: {workload: {manifests: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}, data: {text: '{{CLUSTER_NAME}}'}}]}}}
        """);

    [Test]
    public void Add_on_whose_parts_are_there_is_right() => Assert.That(AddOn.By<Deliveries>(), Is.Empty);

    [TestCase("{{CLUSTER_NAME}}", "{{ $labels.cluster }}", "is no variable: it becomes nothing")]
    [TestCase("clusterSet: global", "clusterSet: other", "is not bound to its namespace")]
    [TestCase("resource: addontemplates, name: standard", "resource: addontemplates, name: other", "addontemplates 'other' is not there")]
    [TestCase(", {key: cluster.open-cluster-management.io/unavailable}", "", "cannot be reached for a moment")]
    [TestCase("placements: [{name: standard", "placements: [{name: other", "placement 'other' is not there")]
    public void Add_on_that_reaches_nobody_is_found(string before, string after, string problem) =>
        Assert.That(AddOn.With(before, after).By<Deliveries>(), Has.Some.Contains(problem));
}
