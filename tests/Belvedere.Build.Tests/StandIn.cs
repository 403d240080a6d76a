using Belvedere.Testing;
using Microsoft.Build.Utilities;

namespace Belvedere.Build.Tests;

/// <summary>
/// A project whose program is a shell script, so that a test decides what the program says, leaves and returns. The script gets
/// the arguments that the program would get; its result file is <c>$RESULT</c>, its stamp <c>$STAMP</c>.
/// </summary>
sealed class StandIn : IDisposable
{
    public const string Generated = """{"version":1,"outcome":"generated","summary":"2 objects","output":"/out","diagnostics":[]}""";

    readonly TemporaryFolder folder = new();

    public StandIn(string script)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("The stand-in for the program is a shell script.");

        folder.Write("program", script);
        ResultFile = folder.Path("obj", "result.json");
        StampFile = folder.Path("obj", "stamp");
        Directory.CreateDirectory(folder.Path("obj"));
    }

    public string ResultFile { get; }

    public string StampFile { get; }

    public RecordingEngine Engine { get; private set; } = new();

    public string Path(params string[] parts) => folder.Path(parts);

    /// <summary>Leaves a result of this content when it runs.</summary>
    public static string Leaves(string result, string more = "") => $"cat > obj/result.json <<'END'\n{result}\nEND\n{more}\n";

    public bool Run(Action<RunGenerator>? change = null)
    {
        Engine = new RecordingEngine();
        var task = new RunGenerator
        {
            BuildEngine = Engine,
            DotNetHost = "/bin/sh",
            Program = folder.Path("program"),
            ProjectDirectory = folder.Root,
            OutputFolder = folder.Path("manifests"),
            Owner = "fleet",
            ResultFile = ResultFile,
            StampFile = StampFile,
            Inputs = [new TaskItem(folder.Path("program"))],
        };
        change?.Invoke(task);
        return task.Execute();
    }

    public void Dispose() => folder.Dispose();
}
