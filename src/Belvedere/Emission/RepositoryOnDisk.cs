using Belvedere.Diagnostics;
using Belvedere.Emission.OnDisk;

namespace Belvedere.Emission;

/// <summary>What a write did to the files of the model. The files in <c>.belvedere</c> do not count.</summary>
/// <param name="Written">Files that are new or have new content.</param>
/// <param name="Unchanged">Files that were right already and were not touched.</param>
/// <param name="Removed">Files of an earlier output that the model no longer gives.</param>
public sealed record WriteSummary(int Written, int Unchanged, int Removed);

/// <summary>A file in the output folder that is not as the model gives it.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Reason">The end of a sentence that begins with the path, for example <c>is missing</c>.</param>
public sealed record StaleFile(string Path, string Reason);

/// <summary>The end of a write.</summary>
/// <param name="Summary">What was done; null when an error kept the output from being written.</param>
/// <param name="Diagnostics">What was in the way.</param>
public sealed record WriteOutcome(WriteSummary? Summary, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The end of a check.</summary>
/// <param name="Stale">What a write would change, in ordinal order of paths; none when the folder is up to date.</param>
/// <param name="Diagnostics">What would keep a write from being made.</param>
public sealed record CheckOutcome(IReadOnlyList<StaleFile> Stale, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// The output folder. A write compares first and touches only what differs, removes only what an earlier write's lock lists,
/// and may be killed at any point: the next one ends in the same tree. Files that Belvedere did not write are never
/// overwritten or removed.
/// </summary>
public static class RepositoryOnDisk
{
    /// <summary>Brings the folder to what the repository holds, or changes nothing and says why.</summary>
    /// <param name="repository">The output.</param>
    /// <param name="folder">The absolute path of the output folder. It is created when absent.</param>
    /// <param name="owner">The project that writes here: the same on every machine. Another owner's folder is refused.</param>
    public static WriteOutcome Write(Repository repository, string folder, string owner)
    {
        var plan = WritePlan.Make(repository, folder, owner);
        if (plan.Diagnostics.Count > 0)
            return new WriteOutcome(Summary: null, plan.Diagnostics);

        return PlannedWrite.Carry(plan) is { } failure
            ? new WriteOutcome(Summary: null, [failure])
            : new WriteOutcome(plan.Summary, []);
    }

    /// <summary>Compares the folder with what the repository holds. Nothing is written.</summary>
    /// <param name="repository">The output.</param>
    /// <param name="folder">The absolute path of the output folder.</param>
    /// <param name="owner">The project that writes here.</param>
    public static CheckOutcome Check(Repository repository, string folder, string owner)
    {
        var plan = WritePlan.Make(repository, folder, owner);
        return new CheckOutcome(plan.Stale, plan.Diagnostics);
    }
}
