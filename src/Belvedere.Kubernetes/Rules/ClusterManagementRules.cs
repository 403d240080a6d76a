namespace Belvedere.Kubernetes;

/// <summary>Rules of Open Cluster Management and ACM.</summary>
static class ClusterManagementRules
{
    public static readonly SchemaRule[] All =
    [
        new("cel:08d3942ef6cc", "A condition is needed with type CEL.", self => self.Text("type") is not "CEL" || self.TextOrEmpty("condition").Length > 0),
        SchemaRule.ExactlyOne("oneOf:e7b2df4db61f", "object-templates", "object-templates-raw"),
        new("oneOf:78572a1080e9", "A placement is a Placement of cluster.open-cluster-management.io or a PlacementRule of apps.open-cluster-management.io.", self =>
            (self.Text("apiGroup"), self.Text("kind")) is ("cluster.open-cluster-management.io", "Placement") or ("apps.open-cluster-management.io", "PlacementRule")),
        new("oneOf:e13ebfda2641", "A dependency on a policy of the managed cluster has no namespace.", self =>
            self.Text("kind") is not ("CertificatePolicy" or "ConfigurationPolicy") || self.TextOrEmpty("namespace").Length == 0),
    ];
}
