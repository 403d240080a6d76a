using Belvedere.Diagnostics;

namespace Belvedere.Emission.OnDisk;

/// <summary>Carries a plan out.</summary>
static class PlannedWrite
{
    /// <summary>Does what the plan says. Null when all went well; otherwise what did not, and the next write goes on from there.</summary>
    public static Diagnostic? Carry(WritePlan plan)
    {
        if (plan.IsEmpty)
            return null;

        try
        {
            using var journal = Journal.Open(plan.Folder);
            if (journal is null)
                return OnDiskDiagnostics.Busy(plan.Folder);
            if (plan.Previous!.IsOutdated(plan.Folder, journal))
                return OnDiskDiagnostics.ChangedMeanwhile(plan.Folder);

            journal.Append(plan.JournalSegment);
            foreach (var stage in plan.Stages)
                Carry(stage, plan.Folder);
            journal.Remove();
            return null;
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return OnDiskDiagnostics.CannotWrite(plan.Folder, DiskFailure.Of(exception));
        }
    }

    static void Carry(WriteStage stage, string root)
    {
        if (stage.Groups.Count == 1)
            Carry(stage.Groups[0], root);
        else
            Parallel.ForEach(stage.Groups, group => Carry(group, root));
    }

    static void Carry(IReadOnlyList<DiskOperation> operations, string root)
    {
        foreach (var operation in operations)
            operation.Apply(root);
    }
}

/// <summary>What file systems throw, also from several threads at once.</summary>
static class DiskFailure
{
    /// <summary>Whether an exception is a file system's.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        AggregateException many => many.InnerExceptions.All(Is),
        _ => exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException,
    };

    /// <summary>The one to tell of.</summary>
    public static Exception Of(Exception exception) => exception is AggregateException many ? Of(many.InnerExceptions[0]) : exception;
}
