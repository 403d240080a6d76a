using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>How every application syncs.</summary>
static class SyncDefaults
{
    /// <summary>The annotation that names the folders an application is rendered from.</summary>
    public const string GeneratePaths = "argocd.argoproj.io/manifest-generate-paths";

    /// <summary>The annotation of an object that changes how it is synced.</summary>
    public const string Options = "argocd.argoproj.io/sync-options";

    /// <summary>Old revisions that an Application's status keeps: it counts against the size of the object.</summary>
    public const int History = 3;

    /// <summary>The policy of an application that brings its namespace, or whose namespace is there.</summary>
    public static ApplicationSyncPolicy Policy => PolicyOf(createsNamespace: false);

    /// <summary>The policy of an application.</summary>
    /// <param name="createsNamespace">Whether another application brings the namespace, for which this one does not wait.</param>
    public static ApplicationSyncPolicy PolicyOf(bool createsNamespace) => new()
    {
        Automated = new() { Prune = true, SelfHeal = true },
        SyncOptions =
        [
            "ApplyOutOfSyncOnly=true",
            .. createsNamespace ? ["CreateNamespace=true"] : Array.Empty<string>(),
            "FailOnSharedResource=true",
            "PruneLast=true",
            // Large objects do not fit the annotation that client-side apply writes.
            "ServerSideApply=true",
        ],
        Retry = new() { Limit = 5, Backoff = new() { Duration = "30s", Factor = 2, MaxDuration = "10m" } },
    };

    /// <summary>
    /// The revision that Argo CD resolves with the fewest questions to Git: a branch's full name. Tags, commits and what is
    /// full already stay.
    /// </summary>
    public static string Qualified(string revision) =>
        revision.StartsWith("refs/", StringComparison.Ordinal) || IsCommit(revision) || IsVersion(revision) ? revision : $"refs/heads/{revision}";

    static bool IsCommit(string revision) => revision.Length == 40 && revision.All(char.IsAsciiHexDigit);

    // Tags are versions by convention; a branch of such a name would have to be given in full.
    static bool IsVersion(string revision) => revision is ['v', >= '0' and <= '9', ..] or [>= '0' and <= '9', ..];
}
