namespace Belvedere.Kubernetes;

/// <summary>Rules of the Grafana Operator.</summary>
static class GrafanaRules
{
    public static readonly SchemaRule[] All =
    [
        SchemaRule.ExactlyOne("cel:a14b097b3f16", "insecureSkipVerify", "certSecretRef"),
        SchemaRule.NeededWith("cel:fbee517ef220", "grpc", "protocol", "GRPC"),
        SchemaRule.OnlyWith("cel:1add1dca67de", "grpc", "protocol", "GRPC"),
        SchemaRule.NeededWith("cel:43a774e090df", "http", "protocol", "HTTP"),
        SchemaRule.OnlyWith("cel:e2083e9fe8d0", "http", "protocol", "HTTP"),
        new("cel:7a1ec120700a", "A permanent cookie needs absoluteTimeout.", self => self["cookieConfig"].Text("lifetimeType") is not "Permanent" || self.Has("absoluteTimeout")),
        SchemaRule.OnlyWith("cel:14f22f613344", "cookieConfig", "type", "Cookie"),
        new("cel:65691bc776f3", "A passthrough route cannot allow insecure traffic.", self => self.Text("termination") is not "passthrough" || self.Text("insecureEdgeTerminationPolicy") is not "Allow"),
        SchemaRule.ExactlyOne("cel:87f3b7f87da1", "folderUID", "folderRef"),
        SchemaRule.ExactlyOne("cel:833585903664", "configMapKeyRef", "secretKeyRef"),
        SchemaRule.AtMostOne("cel:a6e02e78bd7c", "folderUID", "folderRef"),
        new("cel:d794b0d4ffde", "folder cannot be set with folderRef or folderUID.", self => !self.Has("folder") || (!self.Has("folderRef") && !self.Has("folderUID"))),
        new("cel:44f9d824f0d2", "The text is no UUID.", self => self.Value is not { } text || Guid.TryParseExact(text, "D", out _)),
        SchemaRule.AtMostOne("cel:6384b67ec85f", "parentFolderUID", "parentFolderRef"),
        SchemaRule.Never("cel:719419491e07", "continue"),
        SchemaRule.Never("cel:58159f9055a9", "match_re"),
        SchemaRule.Never("cel:a623f67e038f", "matchers"),
        SchemaRule.Never("cel:d5383eaa635c", "object_matchers"),
        SchemaRule.Never("cel:fdd9f990287e", "mute_time_intervals"),
        SchemaRule.Never("cel:2879cf76abcc", "active_time_intervals"),
        new("cel:817362c4fafc", "The time has to be longer than 0.", self => GatewayRules.Duration(self.Value) is null or > 0),
    ];
}
