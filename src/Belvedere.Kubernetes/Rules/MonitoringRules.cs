namespace Belvedere.Kubernetes;

/// <summary>Rules of the Prometheus Operator and the Cluster Observability Operator.</summary>
static class MonitoringRules
{
    static readonly string[] ObjectStores = ["s3", "s3STS", "s3CCO", "azure", "azureWIF", "gcs", "gcsWIF"];

    public static readonly SchemaRule[] All =
    [
        new("cel:8b79d7c65717", "externalId is used with roleArn only.", self => !self.Has("externalId") || self.Has("roleArn")),
        SchemaRule.OnlyWith("cel:8cf200cbd371", "rollingUpdate", "type", "RollingUpdate"),
        new("cel:e49328e9533a", "There are fewer shards than topology values: every value needs a shard of its own.", HasShardPerTopologyValue),
        SchemaRule.OnlyWith("cel:41a3e8d5ff9c", "topology", "mode", "Topology"),
        NotInDaemonSet("cel:e015c5ad6cab", "replicas"),
        NotInDaemonSet("cel:d3b54a4ee200", "storage"),
        new("cel:1eb57045cf0a", "A DaemonSet has one shard.", self => self.Text("mode") is not "DaemonSet" || self.Number("shards") is null or <= 1),
        NotInDaemonSet("cel:4297954a1df6", "persistentVolumeClaimRetentionPolicy"),
        NotInDaemonSet("cel:485af5e5fde3", "scrapeConfigSelector"),
        NotInDaemonSet("cel:b62413e79fef", "probeSelector"),
        NotInDaemonSet("cel:6b86c252e1ae", "scrapeConfigNamespaceSelector"),
        NotInDaemonSet("cel:b5be58b6c191", "probeNamespaceSelector"),
        NotInDaemonSet("cel:cad1598059ee", "serviceMonitorSelector"),
        NotInDaemonSet("cel:2f50afb30122", "serviceMonitorNamespaceSelector"),
        NotInDaemonSet("cel:6555154f739a", "additionalScrapeConfigs"),
        NotInDaemonSet("cel:25c873cff641", "shardingStrategy"),
        SchemaRule.AtMostOne("cel:c98e7ce7d1af", "basicAuth", "authorization", "oauth2"),
        new("cel:d0f4936e8161", "Tracing needs an object store.", self =>
            self.Text("enabled") is not "true" || (self["storage"]["objectStorage"] is var store && ObjectStores.Any(store.Has))),
        SchemaRule.AtMostOne("cel:9eeec54a52d4", ObjectStores),
        SchemaRule.Together("cel:da0a0522629f", "keySecret", "certSecret"),
        PluginIsNamed("cel:e2c4e74efb71", "Logging", "logging"),
        PluginIsNamed("cel:36567da0b218", "TroubleshootingPanel", "troubleshooting-panel"),
        PluginIsNamed("cel:4675a7a294ed", "DistributedTracing", "distributed-tracing"),
        PluginIsNamed("cel:5091ca54c785", "Dashboards", "dashboards"),
        PluginIsNamed("cel:dbf6e8299659", "Monitoring", "monitoring"),
        SchemaRule.OnlyWith("cel:64271c13b824", "troubleshootingPanel", "type", "TroubleshootingPanel"),
        SchemaRule.OnlyWith("cel:4481e22bf5e8", "distributedTracing", "type", "DistributedTracing"),
    ];

    static SchemaRule NotInDaemonSet(string identity, string field) =>
        new(identity, $"{field} cannot be set in mode DaemonSet.", self => self.Text("mode") is not "DaemonSet" || !self.Has(field));

    static SchemaRule PluginIsNamed(string identity, string type, string name) =>
        new(identity, $"A UIPlugin of type {type} has to be named {name}.", self => self["spec"].Text("type") != type || self["metadata"].Text("name") == name);

    static bool HasShardPerTopologyValue(RuleSubject self)
    {
        var strategy = self["shardingStrategy"];
        return strategy.Text("mode") is not "Topology" || (self.Number("shards") ?? 1) >= strategy["topology"]["values"].Count;
    }
}
