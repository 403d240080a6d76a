namespace Belvedere;

/// <summary>
/// What collects on OpenShift, where the platform runs a Prometheus of its own already. A closed choice: each of them is
/// reconciled by an operator that is there, which an ordinary <c>Prometheus</c> of <c>monitoring.coreos.com</c> is not.
/// </summary>
public abstract record OpenShiftCollection
{
    private protected OpenShiftCollection()
    {
    }
}
