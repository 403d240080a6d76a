namespace Belvedere.Verifier;

/// <summary>Something that is wrong in a repository.</summary>
/// <param name="Judgement">Who says so.</param>
/// <param name="Site">The cluster that would notice; empty where it is the repository as a whole.</param>
/// <param name="Subject">The object or file.</param>
/// <param name="Problem">What is wrong, as a sentence.</param>
public sealed record Finding(string Judgement, string Site, string Subject, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"[{Judgement}] {Site}: {Subject}: {Problem}";
}
