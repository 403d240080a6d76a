using System.Text;
using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Where the authorities of clients come from.</summary>
static class AuthorityBinding
{
    /// <summary>The authorities; by default the one that is in the serving certificate's Secret.</summary>
    /// <param name="authority">What was said.</param>
    /// <param name="at">Who checks by them.</param>
    /// <param name="certificate">Its serving certificate.</param>
    /// <param name="context">What binding shares.</param>
    public static BoundClientAuthority Bind(ClientAuthority? authority, Element at, BoundCertificate certificate, BindingContext context) => authority switch
    {
        AuthoritySecret secret => new BoundAuthoritySecret(new(secret.Secret, secret.Key), secret.Revision),
        AuthorityFiles files => new BoundAuthorityBundle(Read(at, files, context)),
        _ => new BoundAuthoritySecret(new(certificate.Secret, "ca.crt"), Revision: null),
    };

    static string Read(Element at, AuthorityFiles files, BindingContext context)
    {
        var paths = context.Sources.Find(files.Path);
        if (paths.Count == 0)
            context.Found.Add(HubBindingDiagnostics.NoAuthority(at, files.Path));

        var bundle = new StringBuilder();
        foreach (var path in paths)
        {
            var file = context.Sources.Read(path);
            var text = file.Problem is null ? Encoding.UTF8.GetString(file.Content.Span) : "";
            if (file.Problem is { } problem)
                context.Found.Add(HubBindingDiagnostics.UnreadableAuthority(at, path, problem));
            else if (!text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
                context.Found.Add(HubBindingDiagnostics.NotPem(at, path));
            bundle.Append(text.Trim()).Append('\n');
        }

        return bundle.ToString();
    }
}
