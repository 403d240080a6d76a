using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>
/// Bases as templates of an add-on: one for each base, chosen for a cluster by its labels, filled with its name while it runs.
/// </summary>
static class AddOnLowering
{
    const string Group = "addon.open-cluster-management.io";

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundAcmAddOn addOn, IReadOnlyList<Manifest> manifests)
    {
        var bases = topology.Bases.Where(shared => ReferenceEquals(topology.OwnerOf(shared), addOn.Authored) && shared.Collector is not CollectorShape.AcmManaged).ToList();
        if (bases is [])
            return [];

        List<KubernetesObject> made =
        [
            new Namespace { Metadata = new() { Name = addOn.Namespace, Labels = Labels.Of(topology.Name) } },
            .. PlacementLowering.Bindings(topology.Name, addOn.Namespace, addOn.ClusterSets),
        ];
        foreach (var shared in bases)
        {
            made.Add(Template(topology, addOn, shared, manifests.Where(manifest => manifest.Target is BaseTarget target && ReferenceEquals(target.Base, shared))));
            made.Add(Configuration(topology, addOn, shared));
            made.Add(PlacementLowering.Placement(topology.Name, NameOf(addOn, shared), addOn.Namespace, addOn.ClusterSets, [.. PlacementLowering.Of(shared)]));
        }

        made.Add(AddOn(topology, addOn, bases));
        return made.Select(part => new Manifest(part, HubTarget.Acm, Origin.Of(addOn.Authored)));
    }

    /// <summary>The name of a base's template, placement and configuration.</summary>
    public static string NameOf(BoundAcmAddOn addOn, BoundBase shared) => $"{addOn.Authored.Name}-{shared.Folder.Replace('.', '-')}";

    static AddOnTemplate Template(BoundTopology topology, BoundAcmAddOn addOn, BoundBase shared, IEnumerable<Manifest> manifests)
    {
        var collector = Collector.Of(topology, shared);
        var identity = CollectorLowering.Of(shared.Collector).Identity(collector)(LabelSet.From([new(ClusterBinding.IdentityLabel, TemplateText.ClusterName), .. shared.Profile.ExternalLabels]));
        return new AddOnTemplate
        {
            Metadata = new() { Name = NameOf(addOn, shared), Labels = Labels.Of(topology.Name) },
            Spec = new()
            {
                AddonName = addOn.Authored.Name,
                AgentSpec = new() { Workload = new() { Manifests = [.. manifests.Select(manifest => Filled(manifest, identity))] } },
                Registration = addOn.Authored.SigningAuthority is { } authority
                    ?
                    [
                        new()
                        {
                            Type = "CustomSigner",
                            CustomSigner = new()
                            {
                                SignerName = addOn.Signer,
                                SigningCA = new() { Name = authority.Name, Namespace = addOn.Namespace },
                                Subject = new() { OrganizationUnit = [shared.Profile.Name] },
                            },
                        },
                    ]
                    : null,
            },
        };
    }

    // What is ours in the text is kept from being taken for a variable, before the one variable that is meant is put in.
    static MapNode Filled(Manifest manifest, IReadOnlyList<ObjectPatch> identity)
    {
        var tree = (MapNode)TemplateText.Escape(manifest.Tree);
        foreach (var patch in identity)
            if (patch.Kind == manifest.Object.Kind && patch.Name == manifest.Object.Name && patch.Namespace == manifest.Object.Namespace)
                foreach (var operation in patch.Operations.Where(operation => operation.Verb == "add"))
                    tree = TreePatch.Set(tree, operation.Path, TemplateText.EscapeAllBut(operation.Value!, TemplateText.ClusterName));
        return tree;
    }

    static AddOnDeploymentConfig Configuration(BoundTopology topology, BoundAcmAddOn addOn, BoundBase shared) => new()
    {
        Metadata = new() { Name = NameOf(addOn, shared), Namespace = addOn.Namespace, Labels = Labels.Of(topology.Name) },
        Spec = new()
        {
            AgentInstallNamespace = shared.Profile.Namespace,
            CustomizedVariables = [.. TemplateText.Variables.Select(variable => new AddOnDeploymentConfigCustomizedVariable { Name = variable.Name, Value = variable.Value })],
        },
    };

    static ClusterManagementAddOn AddOn(BoundTopology topology, BoundAcmAddOn addOn, IReadOnlyList<BoundBase> bases) => new()
    {
        Metadata = new() { Name = addOn.Authored.Name, Labels = Labels.Of(topology.Name), Annotations = new() { ["addon.open-cluster-management.io/lifecycle"] = "addon-manager" } },
        Spec = new()
        {
            AddOnMeta = new() { DisplayName = addOn.Authored.Name, Description = $"Metrics of topology {topology.Name}." },
            SupportedConfigs = [new() { Group = Group, Resource = "addontemplates" }, new() { Group = Group, Resource = "addondeploymentconfigs" }],
            InstallStrategy = new()
            {
                Type = "Placements",
                Placements =
                [
                    .. bases.Select(shared => new ClusterManagementAddOnInstallStrategyPlacement
                    {
                        Name = NameOf(addOn, shared),
                        Namespace = addOn.Namespace,
                        Configs =
                        [
                            new() { Group = Group, Resource = "addontemplates", Name = NameOf(addOn, shared) },
                            new() { Group = Group, Resource = "addondeploymentconfigs", Name = NameOf(addOn, shared), Namespace = addOn.Namespace },
                        ],
                    }),
                ],
            },
        },
    };
}
