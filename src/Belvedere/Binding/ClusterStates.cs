using Belvedere.Diagnostics;
using static Belvedere.Binding.InventoryDiagnostics;

namespace Belvedere.Binding;

/// <summary>States of clusters as files write them.</summary>
static class ClusterStates
{
    static readonly (string Text, ClusterState State)[] All =
    [
        ("active", ClusterState.Active),
        ("maintenance", ClusterState.Maintenance),
        ("hibernating", ClusterState.Hibernating),
        ("decommissioned", ClusterState.Decommissioned),
    ];

    public static string Text(ClusterState state) => All.First(known => known.State == state).Text;

    /// <summary>The state of a text; null, and told, when there is none.</summary>
    public static ClusterState? Find(string text, SourceLocation at, BindingContext context)
    {
        foreach (var known in All)
            if (known.Text == text)
                return known.State;
        context.Found.Add(UnknownState(at, text, All.Select(known => known.Text)));
        return null;
    }
}
