using System.Globalization;
using System.Text;
using Belvedere.Emission;
using Belvedere.Sources;

namespace Belvedere.Hosting;

/// <summary>
/// What a run read and wrote, with the length and the time of each file, in lines. The build's task compares it with the disk:
/// while all is as listed, nothing has to run. It is written last, so that a run that was cut short is no run.
/// </summary>
static class Stamp
{
    public static void Write(string file, string seal, string outputFolder, Repository repository, IReadOnlyList<SourceRecord> sources) =>
        WholeFile.Write(file, stream =>
        {
            using var lines = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
            lines.WriteLine(HostContract.StampHeader);
            lines.WriteLine(seal);
            lines.WriteLine(outputFolder);
            foreach (var source in sources)
                WriteSource(lines, source);
            foreach (var output in repository.Files)
                WriteFile(lines, 'w', output.Content.Length, File.GetLastWriteTimeUtc(Path.Join(outputFolder, output.Path)), output.Path);
            foreach (var record in FileListing.Find(outputFolder, ".belvedere/**"))
                if (new FileInfo(Path.Join(outputFolder, record)) is { Exists: true } file)
                    WriteFile(lines, 'w', file.Length, file.LastWriteTimeUtc, record);
            lines.WriteLine("end");
        });

    static void WriteSource(StreamWriter lines, SourceRecord source)
    {
        if (source.Pattern is { } pattern)
            lines.WriteLine($"l\t{source.Hash}\t{pattern}\t{source.Path}");
        else if (source.Hash is null)
            lines.WriteLine($"m\t{source.Path}");
        else
            WriteFile(lines, 'r', source.Length, source.Written, source.Path);
    }

    // Columns of one width: the check reads thousands of lines in a cold process.
    static void WriteFile(StreamWriter lines, char kind, long length, DateTime written, string path) =>
        lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}\t{written.Ticks:x16}\t{length:x16}\t{path}"));
}
