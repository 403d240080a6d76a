using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Looks at one thing.</summary>
abstract class Judgement
{
    public string Name => GetType().Name;

    public abstract IEnumerable<Finding> Judge(Estate estate);
}

/// <summary>Looks at one thing on each cluster by itself.</summary>
abstract class SiteJudgement : Judgement
{
    public sealed override IEnumerable<Finding> Judge(Estate estate) =>
        from site in estate.Sites
        from found in Judge(site)
        select new Finding(Name, site.Name, found.Subject, found.Problem);

    /// <summary>What is wrong: the object, and a sentence.</summary>
    protected abstract IEnumerable<(string Subject, string Problem)> Judge(Site site);
}
