namespace Belvedere.Kubernetes;

/// <summary>Rules of cert-manager and External Secrets.</summary>
static class SecretRules
{
    static readonly string[] ReservedSessionTags = ["esoNamespace", "esoStoreName", "esoStoreKind"];

    public static readonly SchemaRule[] All =
    [
        SchemaRule.ExactlyOne("cel:eb7b2901a3ef", "tpp", "cloud", "ngts"),
        new("cel:af3cb618b46b", $"The session tags {string.Join(", ", ReservedSessionTags)} are set by the operator.", self => !ReservedSessionTags.Any(self.Has)),
        SchemaRule.AtLeastOne("cel:faa19df551ee", "auth", "authRef"),
        SchemaRule.AtMostOne("cel:6d54123ada72", "auth", "authRef"),
        SchemaRule.ExactlyOne("cel:8f61fe63ef29", "secretRef", "oidcConfig"),
        SchemaRule.AtLeastOne("cel:bdfb3524f919", "serviceAccountCredsSecretRef", "tokenSecretRef"),
        SchemaRule.AtMostOne("cel:143ca4cb39fb", "vault", "environment"),
        SchemaRule.AtMostOne("cel:958c5332adf8", "caBundle", "caProvider"),
        SchemaRule.ExactlyOne("cel:9b81f7ba1e24", "appRole", "tokenSecretRef", "userPass"),
        SchemaRule.ExactlyOne("cel:b06ec3e67afe", "roleId", "roleRef"),
        SchemaRule.ExactlyOne("cel:9b11ea484bb1", "auth", "accessToken"),
        SchemaRule.ExactlyOne("cel:266a1e569020", "accessToken", "oidcConfig"),
        new("cel:6e85549b7be2", "token, or username and password, are needed.", self => self.Has("token") || (self.Has("username") && self.Has("password"))),
        SchemaRule.ExactlyOne("cel:4fda6a88f9a0", "value", "secretRef"),
    ];
}
