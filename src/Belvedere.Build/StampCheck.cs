using System.Globalization;
using System.Text;
using Belvedere.Hosting;
using Belvedere.Sources;

namespace Belvedere.Build;

/// <summary>Compares a stamp with the disk: whether all that the last run read and wrote is as it was.</summary>
static class StampCheck
{
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
        var fields = line.Split(['\t'], 4);
        switch (fields[0], fields.Length)
        {
            case ("w", 4):
                return !drift || SameFile(Path.Combine(outputFolder, fields[3]), fields[1], fields[2]) ? null : $"'{fields[3]}' is not as it was written";
            case ("r", 4):
                return SameFile(fields[3], fields[1], fields[2]) ? null : $"'{fields[3]}' changed";
            case ("m", 2):
                return File.Exists(fields[1]) || Directory.Exists(fields[1]) ? $"'{fields[1]}' was not there" : null;
            case ("l", 4):
                return FileListing.Digest(FileListing.Find(fields[3], fields[2])) == fields[1] ? null : $"other files match '{fields[2]}' in '{fields[3]}'";
            default:
                return "the stamp cannot be read";
        }
    }

    static bool SameFile(string path, string length, string written)
    {
        var file = new FileInfo(path);
        return file.Exists
            && file.Length.ToString(CultureInfo.InvariantCulture) == length
            && file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture) == written;
    }
}
