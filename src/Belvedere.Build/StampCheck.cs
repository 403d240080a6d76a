using System.Globalization;
using System.Text;
using Belvedere.Hosting;
using Belvedere.Sources;

namespace Belvedere.Build;

/// <summary>Compares a stamp with the disk: whether all that the last run read and wrote is as it was.</summary>
static class StampCheck
{
    const int NumberWidth = 16, TimeColumn = 2, LengthColumn = TimeColumn + NumberWidth + 1, PathColumn = LengthColumn + NumberWidth + 1;

    /// <summary>Why the generator has to run, as the end of a sentence; null when nothing changed.</summary>
    /// <param name="stamp">The stamp's path.</param>
    /// <param name="seal">What else the run depends on.</param>
    /// <param name="outputFolder">Where the repository lies.</param>
    /// <param name="drift">Whether the written files are looked at too.</param>
    public static string? ReasonToRun(string stamp, string seal, string outputFolder, bool drift)
    {
        if (!File.Exists(stamp))
            return "there is no stamp of an earlier run";

        try
        {
            using var lines = new StreamReader(stamp, Encoding.UTF8);
            if (lines.ReadLine() != HostContract.StampHeader)
                return "the stamp is of another version";
            if (lines.ReadLine() != seal)
                return "the program, its references or its arguments changed";
            if (lines.ReadLine() != outputFolder)
                return "the output folder changed";

            while (lines.ReadLine() is { } line)
            {
                if (line == "end")
                    return null;
                if (Changed(line, outputFolder, drift) is { } reason)
                    return reason;
            }

            return "the stamp is not whole";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    static string? Changed(string line, string outputFolder, bool drift)
    {
        switch (line.Length == 0 ? '\0' : line[0])
        {
            case 'w':
                return !drift || IsAsWritten(line, outputFolder) ? null : $"'{PathOf(line)}' is not as it was written";
            case 'r':
                return IsAsWritten(line, "") ? null : $"'{PathOf(line)}' changed";
            case 'm' when line.Split(['\t'], 2) is { Length: 2 } fields:
                return File.Exists(fields[1]) || Directory.Exists(fields[1]) ? $"'{fields[1]}' was not there" : null;
            case 'l' when line.Split(['\t'], 4) is { Length: 4 } fields:
                return FileListing.Digest(FileListing.Find(fields[3], fields[2])) == fields[1] ? null : $"other files match '{fields[2]}' in '{fields[3]}'";
            default:
                return "the stamp cannot be read";
        }
    }

    // Kind, time, length and path, each at its column: no splitting, because this is done for every file of the repository.
    static bool IsAsWritten(string line, string folder)
    {
        if (line.Length <= PathColumn)
            return false;

        var path = PathOf(line);
        var file = new FileInfo(folder.Length == 0 ? path : $"{folder}/{path}");
        return file.Exists && file.LastWriteTimeUtc.Ticks == Number(line, TimeColumn) && file.Length == Number(line, LengthColumn);
    }

    static string PathOf(string line) => line.Length > PathColumn ? line.Substring(PathColumn) : line;

    static long Number(string line, int column) =>
        long.TryParse(line.Substring(column, NumberWidth), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
