using Belvedere.Diagnostics;
using Belvedere.Emission;

namespace Belvedere.Hosting;

/// <summary>Findings about a run as a whole: what the user's program did, how it was called, and what is stale.</summary>
static class HostDiagnostics
{
    public static readonly DiagnosticDescriptor UserException = new("BLV0020", "The fleet's own code threw an exception", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoTopology = new("BLV0021", "The fleet's lambda returned null", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor VersionMismatch = new("BLV0022", "The build and the library come from different versions of the package", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Stale = new("BLV0023", "A file of the repository is not what the topology gives", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SecondRun = new("BLV0024", "A program compiles a second topology", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BadArguments = new("BLV0025", "The arguments cannot be understood", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotWritable = new("BLV0026", "A file that the build needs cannot be written", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InternalFailure = new("BLV9001", "The compiler failed", DiagnosticSeverity.Error);

    public static Diagnostic Threw(SourceLocation location, string what) => UserException.At(
        location,
        $"The fleet's own code threw {what}. Nothing was written.");

    public static Diagnostic LambdaReturnedNull(SourceLocation call) => NoTopology.At(
        call,
        "The lambda passed to Fleet.Run returned null. Return a MonitoringTopology.");

    public static Diagnostic SpeaksAnotherVersion(int theirs) => VersionMismatch.At(
        default,
        $"The build speaks version {theirs} of the host contract, and the Belvedere library that the project runs speaks version {HostContract.Version}. "
            + "Reference one version of the Belvedere package everywhere, rebuild, and stop build servers that hold an older one (dotnet build-server shutdown).");

    public static Diagnostic IsStale(string outputFolder, StaleFile file) => Stale.At(
        new SourceLocation(Path.Join(outputFolder, file.Path), 0),
        $"'{file.Path}' {file.Reason}. Build the project and commit what it writes.");

    public static Diagnostic RanTwice(SourceLocation call) => SecondRun.At(
        call,
        "Fleet.Run was called a second time in one program. A project compiles one topology, because a second would remove the files of the first: make it a project of its own.");

    public static Diagnostic NotUnderstood(string message) => BadArguments.At(default, message);

    public static Diagnostic CannotWrite(string file, string reason) => NotWritable.At(
        new SourceLocation(file, 0),
        $"'{file}' cannot be written: {reason.TrimEnd('.')}. Make its folder writable, or remove what is in the way.");

    public static Diagnostic Failed(SourceLocation near, string what) => InternalFailure.At(
        near,
        $"The compiler failed with {what}. This is a fault of Belvedere, not of the topology: report it with this message. Nothing was written.");
}
