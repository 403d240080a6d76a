using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>A ConfigMap or Secret that is emitted, or that something emitted makes.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">Its keys; null where only the cluster knows them.</param>
/// <param name="Maker">What brings it.</param>
sealed record KeyedObject(string Namespace, string Name, IReadOnlySet<string>? Keys, Resource Maker);

/// <summary>Who makes ConfigMaps and Secrets, as the documentation of each operator says.</summary>
static class KeyedObjects
{
    /// <summary>ConfigMaps that every namespace has.</summary>
    public static IReadOnlyList<string> EverywhereOnOpenShift { get; } = ["openshift-service-ca.crt", "kube-root-ca.crt"];

    public static IEnumerable<KeyedObject> ConfigMaps(Resource made)
    {
        if (made.Is("ConfigMap", ""))
            yield return new(made.Namespace, made.Name, made.Annotations.ContainsKey("service.beta.openshift.io/inject-cabundle") ? null : Keys(made.Tree["data"], made.Tree["binaryData"]), made);
        if (made.Is("ObjectBucketClaim", "objectbucket.io"))
            yield return new(made.Namespace, made.Name, new HashSet<string> { "BUCKET_NAME", "BUCKET_HOST", "BUCKET_PORT", "BUCKET_REGION", "BUCKET_SUBREGION" }, made);
    }

    public static IEnumerable<KeyedObject> Secrets(Resource made)
    {
        switch (made)
        {
            case { Kind: "Secret", Group: "" } when made.Tree["type"].Text == "kubernetes.io/service-account-token":
                yield return new(made.Namespace, made.Name, new HashSet<string> { "token", "ca.crt", "namespace", "service-ca.crt" }, made);
                break;
            case { Kind: "Secret", Group: "" }:
                yield return new(made.Namespace, made.Name, Keys(made.Tree["data"], made.Tree["stringData"]), made);
                break;
            case { Kind: "ExternalSecret", Group: "external-secrets.io" }:
                // What an extracted entry holds stands in the store.
                var keys = made.Spec["dataFrom"].Items.Count > 0 ? null : made.Spec["data"].Items.Select(item => item["secretKey"].Text ?? "").ToHashSet();
                yield return new(made.Namespace, made.Spec.At("target", "name").Text ?? made.Name, keys, made);
                break;
            case { Kind: "Certificate", Group: "cert-manager.io" }:
                yield return new(made.Namespace, made.Spec["secretName"].Text ?? "", new HashSet<string> { "tls.crt", "tls.key", "ca.crt" }, made);
                break;
            case { Kind: "ObjectBucketClaim", Group: "objectbucket.io" }:
                yield return new(made.Namespace, made.Name, new HashSet<string> { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY" }, made);
                break;
        }
    }

    static HashSet<string> Keys(params Node[] maps) => [.. maps.SelectMany(map => map.Entries).Select(entry => entry.Key)];
}
