namespace Belvedere;

/// <summary>
/// A <c>Prometheus</c> of our own in <c>openshift-user-workload-monitoring</c>. The vendor does not support it: up to OpenShift
/// 4.15 the operator there adopts it beside its own, which is told as a warning; from 4.16 on it is ignored without a word,
/// which is an error.
/// </summary>
public sealed record UnsupportedDedicatedPrometheus : OpenShiftCollection;
