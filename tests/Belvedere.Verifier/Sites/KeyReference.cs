using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>Something that is read from a ConfigMap or Secret.</summary>
/// <param name="User">The object that reads it.</param>
/// <param name="IsSecret">Whether it is a Secret.</param>
/// <param name="Name">Its name, in the user's namespace.</param>
/// <param name="Key">The key; null for all of it.</param>
sealed record KeyReference(Resource User, bool IsSecret, string Name, string? Key)
{
    /// <summary>Everything that an object reads, in a pod's ways and in those of custom resources.</summary>
    public static IEnumerable<KeyReference> Of(Resource user)
    {
        // These hold names of Secrets that they make, or objects of other clusters.
        if (user.Kind is "ExternalSecret" or "Certificate" or "AddOnTemplate" or "CustomResourceDefinition" || user.Group is "argoproj.io")
            return [];

        return user.Tree.All().SelectMany(place => Of(user, place.Path, place.Node)).Concat(Named(user)).Where(found => found.Name.Length > 0);
    }

    /// <summary>Everything that a part of an object reads.</summary>
    public static IEnumerable<KeyReference> In(Resource user, Node part) => part.All().SelectMany(place => Of(user, place.Path, place.Node));

    static IEnumerable<KeyReference> Of(Resource user, string path, Node node)
    {
        if (!node.IsMap)
            yield break;

        var field = path[(path.LastIndexOf('.') + 1)..];
        if (field == "configMap" && node["name"].Text is { } map && !node["key"].Exists)
            foreach (var key in Keys(node))
                yield return new(user, false, map, key);
        else if (field == "secret" && (node["secretName"].Text ?? (node["key"].Exists ? null : node["name"].Text)) is { } secret)
            foreach (var key in Keys(node))
                yield return new(user, true, secret, key);
        else if (field is "configMapRef" or "secretRef" && node["name"].Text is { } whole && user.Group == "apps")
            yield return new(user, field == "secretRef", whole, null);
        else if (node["name"].Text is { } name && node["key"].Text is { } one && node.Entries.All(entry => entry.Key is "name" or "key" or "optional") && !node["optional"].IsTrue)
            yield return new(user, field is not ("configMap" or "configMapKeyRef"), name, one);
    }

    static IEnumerable<string?> Keys(Node node) => node["items"].Items.Count == 0 ? [null] : node["items"].Items.Select(item => item["key"].Text);

    // Fields that name one by its kind.
    static IEnumerable<KeyReference> Named(Resource user) =>
    [
        .. user.Spec["configMaps"].Texts.Where(_ => user.Group.StartsWith("monitoring.", StringComparison.Ordinal)).Select(name => new KeyReference(user, false, name, null)),
        .. user.Spec["secrets"].Texts.Where(_ => user.Group.StartsWith("monitoring.", StringComparison.Ordinal)).Select(name => new KeyReference(user, true, name, null)),
        .. user.Kind is "Issuer" && user.Spec.At("ca", "secretName").Text is { } authority ? [new KeyReference(user, true, authority, "tls.key")] : Enumerable.Empty<KeyReference>(),
        .. user.Kind is "Ingress" ? user.Spec["tls"].Items.Select(entry => new KeyReference(user, true, entry["secretName"].Text ?? "", "tls.crt")) : [],
    ];
}
