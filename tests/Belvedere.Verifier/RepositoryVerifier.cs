using Belvedere.Verifier.Judgements;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier;

/// <summary>
/// Judges a repository from its files alone. What it knows of Kubernetes, OpenShift, Thanos and Argo CD it has of its own, so
/// that it does not share a mistake with the compiler.
/// </summary>
public static class RepositoryVerifier
{
    /// <summary>The names of all judgements.</summary>
    public static IReadOnlyList<string> Judgements { get; } = [.. JudgementRegistry.All.Select(judgement => judgement.Name)];

    /// <summary>Everything that any judgement finds wrong; empty for a repository that would run.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="outside">The names of what is on the clusters and not in the repository: Secrets, priority classes. Null where nobody says so: then every Secret is taken to be there.</param>
    public static IReadOnlyList<Finding> Judge(Repository repository, Func<string, bool>? outside = null)
    {
        var estate = Estate.Of(repository, outside);
        return [.. JudgementRegistry.All.SelectMany(judgement => judgement.Judge(estate))];
    }
}
