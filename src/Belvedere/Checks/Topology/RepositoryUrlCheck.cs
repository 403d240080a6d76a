using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The repository's URL is one that Argo CD clones.</summary>
sealed class RepositoryUrlCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7002", "A repository's URL cannot be cloned", DiagnosticSeverity.Error)
    {
        Sources = ["Argo CD Application: spec.source.repoURL"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.ArgoCd is not { Authored: var delivery })
            yield break;

        var isUrl = Uri.TryCreate(delivery.Repository, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" or "ssh" or "git";
        if (!isUrl && !IsSecureShellShort(delivery.Repository))
            yield return Descriptor.On(delivery, $"The repository '{delivery.Repository}' is no URL that Argo CD can clone. Write for example 'https://git.example.com/monitoring.git'.");
        if (delivery.Path is { } path && (path.StartsWith('/') || path.Split('/').Contains("..")))
            yield return Descriptor.On(delivery, $"The path '{path}' of {delivery.Designation} must be a folder inside the repository. Write it relative to the repository's root, without '..'.", nameof(ArgoCd.Path));
    }

    // git@host:path, which is no URI.
    static bool IsSecureShellShort(string text) => text.IndexOf('@') is > 0 and var at && text.IndexOf(':') > at && !text.Contains(' ');
}
