namespace Belvedere.Lowering;

/// <summary>A file of the output that is no object, for people or other tools to read.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Text">Its content.</param>
sealed record LoweredFile(string Path, string Text);
