namespace Belvedere.Hosting;

/// <summary>Writes files that say "this is done": a reader sees all of one or none, and a kill at any point leaves none.</summary>
static class WholeFile
{
    public static void Write(string file, Action<Stream> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var partial = file + ".partial";
        // What a run that was killed left behind.
        File.Delete(partial);
        using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            content(stream);
        File.Move(partial, file, overwrite: true);
    }
}
