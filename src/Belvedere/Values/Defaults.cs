namespace Belvedere;

/// <summary>
/// The generation of values that stand where the model says nothing. A new package may bring a better generation; a topology
/// takes it when it says so, never by an upgrade, because changed defaults restart workloads on every cluster.
/// </summary>
public enum Defaults
{
    /// <summary>The values of the first release.</summary>
    V1 = 1,
}
