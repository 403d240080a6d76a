namespace Belvedere.Emission.OnDisk;

/// <summary>
/// The few things that are done to the output folder. None truncates a file or renames over one: file systems flush such
/// files when they are closed, which makes a run many times slower.
/// </summary>
/// <param name="Path">Relative to the output folder.</param>
abstract record DiskOperation(string Path)
{
    /// <summary>Does it.</summary>
    public abstract void Apply(string root);

    protected string Absolute(string root) => System.IO.Path.Join(root, Path);
}

/// <summary>Creates a folder with its parents.</summary>
sealed record CreateFolder(string Path) : DiskOperation(Path)
{
    public override void Apply(string root) => Directory.CreateDirectory(Absolute(root));
}

/// <summary>Creates a file. One that appeared since the folder was compared is not touched.</summary>
sealed record CreateFile(string Path, ReadOnlyMemory<byte> Content) : DiskOperation(Path)
{
    public override void Apply(string root)
    {
        using var handle = File.OpenHandle(Absolute(root), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, Content.Span, fileOffset: 0);
    }
}

/// <summary>Writes over a file, and cuts off what is left of it.</summary>
sealed record RewriteFile(string Path, ReadOnlyMemory<byte> Content) : DiskOperation(Path)
{
    public override void Apply(string root)
    {
        using var handle = File.OpenHandle(Absolute(root), FileMode.Open, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, Content.Span, fileOffset: 0);
        if (RandomAccess.GetLength(handle) > Content.Length)
            RandomAccess.SetLength(handle, Content.Length);
    }
}

/// <summary>Removes a file.</summary>
sealed record DeleteFile(string Path) : DiskOperation(Path)
{
    public override void Apply(string root) => File.Delete(Absolute(root));
}

/// <summary>Removes a folder, which is empty by then.</summary>
sealed record DeleteFolder(string Path) : DiskOperation(Path)
{
    public override void Apply(string root) => Directory.Delete(Absolute(root), recursive: false);
}
