using System.Collections;
using Microsoft.Build.Framework;

namespace Belvedere.Build.Tests;

/// <summary>Stands in for MSBuild and keeps what a task logs.</summary>
sealed class RecordingEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildMessageEventArgs> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "fleet.csproj";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException("The task builds no projects.");

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException("The task logs no events of its own.");

    public void LogErrorEvent(BuildErrorEventArgs e)
    {
        lock (Errors)
            Errors.Add(e);
    }

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        lock (Messages)
            Messages.Add(e);
    }

    public void LogWarningEvent(BuildWarningEventArgs e)
    {
        lock (Warnings)
            Warnings.Add(e);
    }
}
