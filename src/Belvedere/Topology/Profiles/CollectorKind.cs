namespace Belvedere;

/// <summary>What collects on a managed cluster.</summary>
public enum CollectorKind
{
    /// <summary>A Prometheus: it scrapes, evaluates local rules, keeps samples and sends.</summary>
    Prometheus = 1,

    /// <summary>A Prometheus in agent mode: it scrapes and sends. It evaluates no rules and cannot be queried.</summary>
    Agent = 2,
}
