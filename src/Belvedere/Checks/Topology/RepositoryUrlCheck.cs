using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The repository's URL is one that Git clones.</summary>
sealed class RepositoryUrlCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7002", "A repository's URL cannot be cloned", DiagnosticSeverity.Error)
    {
        Sources = ["Argo CD Application: spec.source.repoURL"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        (Delivery By, string Repository, string? Path)[] clones =
        [
            .. subject.ArgoCd is { Authored: var argoCd } ? [(argoCd, argoCd.Repository, argoCd.Path)] : Array.Empty<(Delivery, string, string?)>(),
            .. subject.Deliveries.Subscription is { Authored: var made } ? [(made, made.Repository, made.Path)] : Array.Empty<(Delivery, string, string?)>(),
        ];
        foreach (var (delivery, repository, folder) in clones)
        {
            var isUrl = Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" or "ssh" or "git";
            if (!isUrl && !IsSecureShellShort(repository))
                yield return Descriptor.On(delivery, $"The repository '{repository}' is no URL that can be cloned. Write for example 'https://git.example.com/monitoring.git'.");
            if (folder is { } path && (path.StartsWith('/') || path.Split('/').Contains("..")))
                yield return Descriptor.On(delivery, $"The path '{path}' of {delivery.Designation} must be a folder inside the repository. Write it relative to the repository's root, without '..'.", nameof(ArgoCd.Path));
        }
    }

    // git@host:path, which is no URI.
    static bool IsSecureShellShort(string text) => text.IndexOf('@') is > 0 and var at && text.IndexOf(':') > at && !text.Contains(' ');
}
