using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Dashboards, shipped or read from files.</summary>
public abstract record DashboardSource : Element
{
    private protected DashboardSource(int line, string file) : base(line, file)
    {
    }
}

/// <summary>Dashboards from JSON files as Grafana exports them, taken as they are.</summary>
public sealed record DashboardFiles : DashboardSource
{
    /// <summary>Names the files.</summary>
    /// <param name="path">Relative to the project's folder; <c>*</c> and <c>**</c> name several.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public DashboardFiles(string path, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Path = path;

    /// <summary>The files.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Designation => $"dashboards of '{Path}'";
}

/// <summary>A dashboard that ships with Belvedere; its JSON lies in <c>dashboards/</c>.</summary>
public sealed record ShippedDashboard : DashboardSource
{
    internal ShippedDashboard(string name, int line, string file) : base(line, file) => Name = name;

    /// <summary>The name of its file without <c>.json</c>.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string Designation => $"dashboard '{Name}'";
}
