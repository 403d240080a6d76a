using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.Hosting;

namespace Belvedere;

/// <summary>The entry of a config project.</summary>
public static class Fleet
{
    static int runs;

    /// <summary>
    /// Compiles the topology and writes its repository. The build calls the program after each compilation; <c>dotnet run</c> does
    /// the same by hand, and <c>dotnet run -- --help</c> lists what else it does.
    /// </summary>
    /// <param name="args">The program's arguments, as Main received them.</param>
    /// <param name="topology">
    /// Makes the topology. What it throws is reported at the line that threw, and nothing is written; so all of the fleet's code
    /// belongs inside it. One program compiles one topology.
    /// </param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    /// <returns>The program's exit code: 0, or 1 when there is an error.</returns>
    /// <example>
    /// <code>
    /// return Fleet.Run(args, () => new MonitoringTopology("first-steps"));
    /// </code>
    /// </example>
    public static int Run(string[] args, Func<MonitoringTopology> topology, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    {
        var arguments = HostArguments.Parse(args, Terminal.WorkingFolder());
        var call = new SourceLocation(file, line);
        return Interlocked.Increment(ref runs) == 1
            ? new HostRun(arguments, call).Execute(topology)
            : new HostRun(arguments, call).Refuse(HostDiagnostics.RanTwice(call));
    }
}
