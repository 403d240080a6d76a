using System.Buffers;
using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>Nothing in the repository is a secret: no Secret with data, and no text that looks like a credential.</summary>
sealed class SecretCheck : Check<ManifestSet>
{
    // Text by which issuers mark their credentials, and what must follow for it to be one.
    static readonly (string Mark, int Following, string Name)[] Marks =
    [
        ("AKIA", 16, "an AWS access key"),
        ("ASIA", 16, "an AWS access key"),
        ("-----BEGIN RSA PRIVATE KEY", 0, "a private key"),
        ("-----BEGIN EC PRIVATE KEY", 0, "a private key"),
        ("-----BEGIN OPENSSH PRIVATE KEY", 0, "a private key"),
        ("-----BEGIN PRIVATE KEY", 0, "a private key"),
        ("ghp_", 36, "a GitHub token"),
        ("github_pat_", 22, "a GitHub token"),
        ("glpat-", 20, "a GitLab token"),
        ("xoxb-", 20, "a Slack token"),
        ("xoxp-", 20, "a Slack token"),
        ("hooks.slack.com/services/", 20, "a Slack webhook"),
        ("eyJhbGciOi", 20, "a bearer token"),
        ("sha256~", 40, "an OpenShift token"),
        ("glsa_", 32, "a Grafana token"),
    ];

    static readonly SearchValues<string> AnyMark = SearchValues.Create([.. Marks.Select(mark => mark.Mark), "://"], StringComparison.Ordinal);

    static readonly SearchValues<char> AuthorityEnds = SearchValues.Create("/?# \"'\n\t<>");

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6004", "Something looks like a secret", DiagnosticSeverity.Error)
    {
        Sources = ["GitOps: no plaintext secrets in Git"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        subject.Manifests.SelectMany(Judge);

    IEnumerable<Diagnostic> Judge(Manifest manifest)
    {
        var found = new List<Diagnostic>();
        var tree = manifest.Tree;
        if (manifest.Object is { ApiVersion: "v1", Kind: "Secret" } && (tree["data"] ?? tree["stringData"]) is MapNode { Count: > 0 })
            found.Add(Finding(manifest, $"The Secret '{manifest.Object.Name}' of {manifest.Origin.Designation} holds data, and everything emitted goes to Git. Refer to a Secret that exists on the cluster, or let an operator make it."));
        else
            Search(tree, manifest, found);
        return found;
    }

    void Search(Node node, Manifest manifest, List<Diagnostic> found)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (_, value) in map)
                    Search(value, manifest, found);
                break;
            case ListNode list:
                foreach (var item in list)
                    Search(item, manifest, found);
                break;
            case ScalarNode { Kind: ScalarKind.String, Text: var text } when Recognise(text) is { } secret:
                found.Add(Finding(manifest, $"A value of {manifest.Origin.Designation} in the {manifest.Object.Kind} '{manifest.Object.Name}' looks like {secret}, and everything emitted goes to Git. Put it in a Secret on the cluster and refer to it."));
                break;
        }
    }

    Diagnostic Finding(Manifest manifest, string message) => Descriptor.At(manifest.Origin.Location, message) with { Element = manifest.Origin.Designation };

    /// <summary>What kind of credential a text holds; null when it holds none.</summary>
    internal static string? Recognise(string text)
    {
        for (var start = 0; text.AsSpan(start).IndexOfAny(AnyMark) is var at and >= 0; start += at + 1)
        {
            var rest = text.AsSpan(start + at);
            if (rest.StartsWith("://") && HasPassword(rest[3..]))
                return "a URL with a password";
            foreach (var (mark, following, name) in Marks)
                if (rest.StartsWith(mark) && IsToken(rest[mark.Length..], following))
                    return name;
        }

        return null;
    }

    static bool IsToken(ReadOnlySpan<char> text, int length)
    {
        if (text.Length < length)
            return false;
        foreach (var character in text[..length])
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-' or '/' or '.'))
                return false;
        return true;
    }

    // user:password@host, before any path; a template variable is no password.
    static bool HasPassword(ReadOnlySpan<char> afterScheme)
    {
        var end = afterScheme.IndexOfAny(AuthorityEnds);
        var authority = end < 0 ? afterScheme : afterScheme[..end];
        var at = authority.IndexOf('@');
        var colon = authority.IndexOf(':');
        return at > 0 && colon > 0 && colon < at - 1 && authority[colon + 1] is not ('$' or '{' or '*' or '<');
    }
}
