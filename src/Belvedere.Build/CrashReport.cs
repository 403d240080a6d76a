namespace Belvedere.Build;

/// <summary>Picks from a program's output what the runtime says when it dies, for the one line that an error has.</summary>
sealed class CrashReport
{
    static readonly string[] Openings = ["Unhandled exception.", "Stack overflow", "Fatal error.", "Process terminated.", "Out of memory", "You must install or update .NET"];

    string? opening;
    string? method;

    /// <summary>The runtime's words and the method at the top, if it said any.</summary>
    public string? Text => method is null ? opening : $"{opening} ({method})";

    public void See(string line)
    {
        var text = line.Trim();
        if (opening is null)
            opening = Array.Exists(Openings, start => text.StartsWith(start, StringComparison.Ordinal)) ? text.TrimEnd('.') : null;
        else if (method is null && text.StartsWith("at ", StringComparison.Ordinal))
            method = text;
    }
}
