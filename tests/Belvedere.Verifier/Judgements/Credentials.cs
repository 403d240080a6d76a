using System.Text.RegularExpressions;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>No file holds a credential: no Secret with values, no key, no token, no password in a URL, an argument or a variable.</summary>
sealed partial class Credentials : Judgement
{
    public override IEnumerable<Finding> Judge(Estate estate)
    {
        foreach (var (path, text) in estate.Repository.Files)
            foreach (Match match in Literal().Matches(text))
                yield return new(Name, "", path, $"'{match.Value[..Math.Min(16, match.Value.Length)]}…' looks like a credential.");

        foreach (var site in estate.Sites)
        {
            foreach (var secret in site.OfKind("Secret", "").Where(made => made.Tree["data"].Entries.Count > 0 || made.Tree["stringData"].Entries.Count > 0))
                yield return new(Name, site.Name, secret.ToString(), "it holds values.");
            foreach (var program in site.Programs)
            {
                foreach (var variable in program.Container["env"].Items.Where(one => IsSecretName(one["name"].Text ?? "") && one["value"].Text is { Length: > 0 } value && !value.StartsWith("$(", StringComparison.Ordinal) && !value.StartsWith('/')))
                    yield return new(Name, site.Name, program.Pods.Owner.ToString(), $"variable {variable["name"].Text} holds its value.");
                foreach (var (flag, value) in program.Flags.Where(flag => IsSecretName(flag.Name.Split('.', '-')[^1]) && flag.Value is { Length: > 0 } value && !value.StartsWith('/') && !value.StartsWith("$(", StringComparison.Ordinal)))
                    yield return new(Name, site.Name, program.Pods.Owner.ToString(), $"argument {flag} holds its value '{value}'.");
            }

            foreach (var map in site.OfKind("ConfigMap", ""))
                foreach (var (key, value) in map.Tree["data"].Strings)
                    foreach (Match match in Setting().Matches(value))
                        yield return new(Name, site.Name, map.ToString(), $"{key}: '{match.Groups[1].Value}' holds its value.");
        }
    }

    static bool IsSecretName(string name) => name.ToUpperInvariant() is var upper && (upper.EndsWith("PASSWORD", StringComparison.Ordinal) || upper.EndsWith("_TOKEN", StringComparison.Ordinal) || upper.EndsWith("SECRET_ACCESS_KEY", StringComparison.Ordinal) || upper.EndsWith("CLIENT_SECRET", StringComparison.Ordinal));

    [GeneratedRegex("""-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{20,}|xox[abpr]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|hooks\.slack\.com/services/|[a-z][a-z0-9+.-]*://[^/\s"'@:]+:[^/\s"'@]+@""", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    // Lines of configuration whose value is no reference to a variable or file.
    [GeneratedRegex("""^\s*-?\s*(access_key|secret_key|session_token|password|client_secret|storage_account_key|encryption_key|bearer_token|admin_password)\s*[:=]\s*["']?(?!\$|/|["']|\{)\S+""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Setting();
}
