using Belvedere.Diagnostics;

namespace Belvedere.Emission.OnDisk;

/// <summary>What can be wrong between an output and the folder that it goes to.</summary>
static class OnDiskDiagnostics
{
    public static readonly DiagnosticDescriptor PathNotPortable = new("BLV0100", "A generated path is not portable", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PathsCollide = new("BLV0101", "Two generated files have one path", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownFile = new("BLV0102", "A file that Belvedere did not write is in the way", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FileForFolder = new("BLV0103", "A file is where a folder must be", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FolderForFile = new("BLV0104", "A folder is where a file must be", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Link = new("BLV0105", "A symbolic link is in the output folder", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OtherOwner = new("BLV0106", "The output folder belongs to another project", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NewerLayout = new("BLV0107", "The output folder was written by a newer version", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WriteFailed = new("BLV0108", "The output cannot be written", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ReadFailed = new("BLV0109", "The output folder cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FolderBusy = new("BLV0110", "Another build is writing to the output folder", DiagnosticSeverity.Error);

    public static Diagnostic NotPortable(string path, string problem) => PathNotPortable.At(
        default,
        $"The file '{Shown(path)}' cannot be generated: {problem}. Rename the element that the path is made of.");

    public static Diagnostic SamePath(string path, string other) => PathsCollide.At(
        default,
        path == other
            ? $"Two files are generated as '{path}'. Give the elements that they come from different names."
            : $"The files '{other}' and '{path}' are one file where case does not count. Give the elements that they come from different names.");

    public static Diagnostic SameFolder(string path, string folder) => PathsCollide.At(
        default,
        $"The folder of '{path}' is spelled '{folder}' by other files, and both are one folder where case does not count. Spell the names alike.");

    public static Diagnostic FileAndFolder(string path, string folder) => PathsCollide.At(
        default,
        $"The file '{path}' has the path of the folder '{folder}', which holds other generated files. Give the elements that they come from different names.");

    public static Diagnostic UnknownFileInTheWay(string path, string folder) => UnknownFile.At(
        default,
        $"The file '{path}' in {folder} is not what is to be generated there, and no lock in {OutputPath.Bookkeeping}/ lists it, so it may be yours. Move or delete it, restore {OutputPath.Bookkeeping}/ from Git if it was lost, or choose another output folder.");

    public static Diagnostic NameInTheWay(string path, string existing, string folder) => UnknownFile.At(
        default,
        $"'{existing}' in {folder} differs only in case from '{path}', which is to be generated. Move or rename it.");

    public static Diagnostic FileInPlaceOfFolder(string path, string folder) => FileForFolder.At(
        default,
        $"A folder '{path}' is needed in {folder}, and there is a file of that name that Belvedere did not write. Move or delete it.");

    public static Diagnostic OutputIsFile(string folder) => FileForFolder.At(
        default,
        $"The output folder {folder} is a file. Move or delete it, or choose another output folder.");

    public static Diagnostic FolderInPlaceOfFile(string path, string folder) => FolderForFile.At(
        default,
        $"A file '{path}' is to be generated in {folder}, and there is a folder of that name with files that Belvedere did not write. Move or delete it.");

    public static Diagnostic LinkInTheWay(string path, string folder) => Link.At(
        default,
        $"'{path}' in {folder} is a symbolic link, and what is written through it could end anywhere. Replace it by a plain file or folder, or delete it.");

    public static Diagnostic BelongsToAnother(string folder, string owner, string other) => OtherOwner.At(
        default,
        $"The folder {folder} was written by the project '{other}', and '{owner}' would remove what it wrote. Choose another output folder; if '{owner}' takes its place, delete {OutputPath.Bookkeeping}/layout first.");

    public static Diagnostic LayoutIsNewer(string folder, int layout, int supported) => NewerLayout.At(
        default,
        $"The folder {folder} has layout {layout}, and this version of Belvedere writes layout {supported}. Update the Belvedere package to the version that wrote it.");

    public static Diagnostic CannotWrite(string folder, Exception reason) => WriteFailed.At(
        default,
        $"The output in {folder} is incomplete: {Sentence(reason)} Mend that and build again: the build goes on where this one ended.");

    public static Diagnostic CannotRead(string folder, Exception reason) => ReadFailed.At(
        default,
        $"The output folder {folder} cannot be compared: {Sentence(reason)} Nothing was written. Mend that and build again.");

    public static Diagnostic Busy(string folder) => FolderBusy.At(
        default,
        $"Another build is writing to {folder}. Wait until it has ended, and build again.");

    public static Diagnostic ChangedMeanwhile(string folder) => FolderBusy.At(
        default,
        $"Another build has written to {folder} since this one compared it. Build again.");

    static string Sentence(Exception reason) => reason.Message.TrimEnd('.') + ".";

    // A path can be refused for its length or for characters that would spoil the message.
    static string Shown(string path)
    {
        var start = path.Length > 120 ? path[..120] + "…" : path;
        return string.Create(start.Length, start, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
        });
    }
}
