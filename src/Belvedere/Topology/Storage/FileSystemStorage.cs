using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>A folder on a volume that all pods share.</summary>
public sealed record FileSystemStorage : ObjectStorage
{
    /// <summary>Names the claim.</summary>
    public FileSystemStorage(string claim, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Claim = claim;

    /// <summary>The PersistentVolumeClaim, of mode <c>ReadWriteMany</c>.</summary>
    public string Claim { get; }

    /// <inheritdoc/>
    public override string Designation => $"file system '{Claim}'";
}
