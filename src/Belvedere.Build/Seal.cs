using System.Globalization;

namespace Belvedere.Build;

/// <summary>A 64-bit FNV-1a hash of the arguments and of each input's path, length and time. A cryptographic hash would cost more than the whole check.</summary>
sealed class Seal
{
    ulong hash = 14695981039346656037UL;

    public Seal Add(string text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211UL;
        hash = (hash ^ '\n') * 1099511628211UL;
        return this;
    }

    public Seal AddFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? Add(string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}", path, file.Length, file.LastWriteTimeUtc.Ticks))
            : Add(path);
    }

    public override string ToString() => hash.ToString("x16", CultureInfo.InvariantCulture);
}
