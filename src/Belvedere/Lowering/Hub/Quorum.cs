namespace Belvedere.Lowering.Hub;

/// <summary>How many copies of a sample must be written for the write to count.</summary>
static class Quorum
{
    /// <summary>The copies that must be written. Two copies need one: Thanos from 0.37 on.</summary>
    public static int Of(int replicationFactor) => replicationFactor <= 2 ? 1 : replicationFactor / 2 + 1;

    /// <summary>
    /// Pods of a ring that may be away at a time while every write still counts. With a single copy none may, but a pod that
    /// nobody may ever evict keeps its node from being drained: then one.
    /// </summary>
    public static int Spare(int replicationFactor) => Math.Max(1, replicationFactor - Of(replicationFactor));
}
