namespace Belvedere;

/// <summary>Whether a cluster is expected to send.</summary>
public enum ClusterState
{
    /// <summary>It runs and sends; its silence is an incident.</summary>
    Active = 1,

    /// <summary>It is worked on: delivered as ever, and its silence is expected.</summary>
    Maintenance,

    /// <summary>It is switched off for a while: what is there stays, nothing is delivered, and its silence is expected.</summary>
    Hibernating,

    /// <summary>It is gone: nothing is made for it, and its name stays taken, so that its old series are not mixed with another's.</summary>
    Decommissioned,
}
