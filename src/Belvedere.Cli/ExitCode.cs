namespace Belvedere.Cli;

/// <summary>What the process ends with.</summary>
static class ExitCode
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Something was found.</summary>
    public const int Findings = 1;

    /// <summary>The command was not understood, or its input could not be read.</summary>
    public const int Usage = 2;
}

/// <summary>The command cannot be run as it was given; the message tells the user why.</summary>
sealed class UsageException(string message) : Exception(message);
