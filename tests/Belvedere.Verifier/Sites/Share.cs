namespace Belvedere.Verifier.Sites;

/// <summary>The share of blocks that a relabelling keeps: those whose hash leaves this remainder.</summary>
sealed record Share(string Labels, int Modulus, int Remainder)
{
    public static readonly Share Everything = new("", 1, 0);

    /// <summary>The share of a program with <c>--selector.relabel-config-file</c>; null where the file is something else.</summary>
    public static Share? Of(Program program)
    {
        if (!program.Has("--selector.relabel-config-file"))
            return Everything;
        return program.TreeOf("--selector.relabel-config-file").Items is [var hash, var keep]
            && hash["action"].Text == "hashmod" && keep["action"].Text == "keep"
            && keep["source_labels"].Texts.SequenceEqual([hash["target_label"].Text ?? ""])
            && hash["modulus"].Number is { } modulus && int.TryParse(keep["regex"].Text, System.Globalization.CultureInfo.InvariantCulture, out var remainder)
            ? new(string.Join(',', hash["source_labels"].Texts), modulus, remainder)
            : null;
    }

    /// <summary>Whether shares are a whole: each block is in exactly one.</summary>
    public static bool IsWhole(IReadOnlyCollection<Share> shares) =>
        shares.Select(share => (share.Labels, share.Modulus)).Distinct().Count() == 1
        && shares.Count == shares.First().Modulus
        && shares.Select(share => share.Remainder).Order().SequenceEqual(Enumerable.Range(0, shares.Count));
}
