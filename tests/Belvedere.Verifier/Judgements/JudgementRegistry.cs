namespace Belvedere.Verifier.Judgements;

/// <summary>Every judgement.</summary>
static class JudgementRegistry
{
    public static IReadOnlyList<Judgement> All { get; } =
    [
        new KustomizationFiles(),
        new UniqueObjects(),
    ];
}
