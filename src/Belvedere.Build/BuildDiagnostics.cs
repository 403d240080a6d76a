namespace Belvedere.Build;

/// <summary>One error of the task itself.</summary>
sealed record BuildError(string Code, string Message);

/// <summary>What the task says when a run did not come to its end; the rest comes from the run's own result.</summary>
static class BuildDiagnostics
{
    public static BuildError EndedEarly() => new(
        "BLV0040",
        "The program ended with exit code 0 and left no result. Return the value of Fleet.Run(args, …) from Main, and do not call Environment.Exit.");

    public static BuildError Died(int exitCode, string? crash) => new(
        "BLV0041",
        crash is null
            ? $"The program ended with exit code {exitCode} and left no result. Run it by hand to see what it says: dotnet run."
            : $"The program died with exit code {exitCode}: {crash}. Run it by hand to see all that it says: dotnet run.");

    public static BuildError UnreadableResult(string reason) => new(
        "BLV0042",
        $"The program's result cannot be used: {reason}. Reference one version of the Belvedere package everywhere, rebuild, and stop build servers that hold an older one (dotnet build-server shutdown).");

    public static BuildError FailedAfterResult(int exitCode) => new(
        "BLV0043",
        $"The program ended with exit code {exitCode} after Fleet.Run had succeeded. Return the value of Fleet.Run from Main, with nothing after it.");
}
