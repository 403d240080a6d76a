namespace Belvedere.Hosting;

/// <summary>
/// What the build's task and the library must agree on. They come from one package; a build server that still holds an older
/// task, or a project with two versions of the package, is told from this number. Both sides compile this file.
/// </summary>
static class HostContract
{
    /// <summary>The version of the arguments, the result file and the stamp. Any change of one of them raises it.</summary>
    public const int Version = 1;

    /// <summary>The first line of a stamp.</summary>
    public const string StampHeader = "belvedere-stamp 1";
}
