using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>No two objects of a cluster have group, kind, namespace and name in common: whichever is applied last would win.</summary>
sealed class UniqueObjects : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site) =>
        from same in site.Resources.GroupBy(made => made.Id)
        where same.Skip(1).Any()
        select (same.First().ToString(), $"{string.Join(" and ", same.Select(made => made.Unit).Distinct())} bring it {same.Count()} times.");
}
