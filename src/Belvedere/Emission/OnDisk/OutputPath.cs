using System.Buffers;

namespace Belvedere.Emission.OnDisk;

/// <summary>
/// What a path must be so that it stays inside the output folder and every file system and Git client can hold it: the
/// output is written on one machine and checked out on others.
/// </summary>
static class OutputPath
{
    /// <summary>The folder that holds the lock. No generated file lies in it.</summary>
    public const string Bookkeeping = ".belvedere";

    // NAME_MAX of Linux; NTFS and APFS allow as much.
    const int LongestName = 255;

    // Leaves three quarters of Linux's PATH_MAX to the folder that the output lies in.
    const int LongestPath = 1024;

    static readonly SearchValues<char> Portable = SearchValues.Create(
        "!#$%&'()+,-./0123456789;=@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~ ");

    static readonly string[] DeviceNames = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    /// <summary>Why a path cannot be used, as the end of a sentence; null when it can.</summary>
    public static string? Problem(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty)
            return "it is empty";
        if (path.Length > LongestPath)
            return $"it has {path.Length} characters, and at most {LongestPath} are portable";
        if (path[0] == '/')
            return "it is absolute";
        if (path.IndexOfAnyExcept(Portable) is >= 0 and var at)
            return $"the character {Describe(path[at])} is not portable in file names";

        var first = true;
        foreach (var range in path.Split('/'))
        {
            if (NameProblem(path[range]) is { } problem)
                return problem;
            if (first && path[range].Equals(Bookkeeping, StringComparison.OrdinalIgnoreCase))
                return $"the folder {Bookkeeping} is kept for the lock";
            first = false;
        }

        return null;
    }

    static string? NameProblem(ReadOnlySpan<char> name) => name switch
    {
        "" => "it has an empty part",
        "." or ".." => $"the part '{name}' leads to another folder",
        { Length: > LongestName } => $"a part of it has {name.Length} characters, and at most {LongestName} are possible",
        [' ', ..] or [.., '.' or ' '] => $"the part '{name}' begins with a space or ends in a dot or a space",
        _ when IsDevice(name) => $"the part '{name}' names a device on Windows",
        _ when IsGitFolder(name) => $"the part '{name}' belongs to Git",
        _ => null,
    };

    static bool IsDevice(ReadOnlySpan<char> name)
    {
        var stem = name.IndexOf('.') is >= 0 and var dot ? name[..dot].TrimEnd(' ') : name;
        foreach (var device in DeviceNames)
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase))
                return true;

        return stem.Length == 4
            && char.IsAsciiDigit(stem[3])
            && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase));
    }

    // The second is what NTFS calls the first in eight and three characters; Git refuses both.
    static bool IsGitFolder(ReadOnlySpan<char> name) =>
        name.Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase);

    static string Describe(char character) =>
        character is > ' ' and < '\x7f' ? $"'{character}'" : FormattableString.Invariant($"U+{(int)character:X4}");
}
