using Belvedere.Diagnostics;
using Belvedere.Hosting.CSharp;

namespace Belvedere.Hosting;

/// <summary>
/// Leads each finding to the exact place in the file that the user has open: undoes the path map, and finds in the C# the property
/// or the part of a literal that is meant. Elements know their line only; the file is read when there is something to report.
/// </summary>
sealed class SourceRefinement(SourceRoots roots, string projectFolder)
{
    readonly Dictionary<string, SourceText?> sources = new(StringComparer.Ordinal);

    /// <summary>The same findings with real paths, and with columns where they can be told.</summary>
    public IReadOnlyList<Diagnostic> Refine(IReadOnlyList<Diagnostic> findings) => [.. findings.Select(Refine)];

    Diagnostic Refine(Diagnostic finding)
    {
        var location = finding.Location;
        if (!location.IsKnown)
            return finding;

        var file = roots.Locate(location.File, projectFolder);
        var real = new SourceLocation(file, location.Line, location.Column, location.EndLine, location.EndColumn);
        return finding with { Location = location is { Line: > 0, Column: 0 } && Source(file) is { } source ? Within(source, file, finding) ?? real : real };
    }

    SourceText? Source(string file)
    {
        if (!sources.TryGetValue(file, out var source))
            sources[file] = source = SourceText.Read(file);
        return source;
    }

    static SourceLocation? Within(SourceText source, string file, Diagnostic finding)
    {
        if (source.Line(finding.Location.Line) is not var (start, end))
            return null;

        var creation = Creation(source, start, end, finding);
        if (finding.Literal is { } literal && Literal(source, file, creation, start, literal) is { } inLiteral)
            return inLiteral;
        if (creation is not { } element)
            return null;
        if (finding.Property is { } property && element.Assignment(source, property) is var name and >= 0)
            return Span(source, file, source.Tokens[name].Start, source.Tokens[name].End);

        var first = source.Tokens[element.First];
        return Span(source, file, first.Start, first.End);
    }

    // Several elements may share a line: the one that sets the property, then the one that has the name, then the first.
    static Creation? Creation(SourceText source, int lineStart, int lineEnd, Diagnostic finding)
    {
        var creations = CSharp.Creation.On(source, lineStart, lineEnd).ToList();
        var named = QuotedName(finding.Element) is { } name ? creations.FindAll(creation => creation.HasArgument(source, name)) : [];
        var candidates = named.Count > 0 ? named : creations;
        var index = finding.Property is { } property ? candidates.FindIndex(creation => creation.Assignment(source, property) >= 0) : -1;
        return index >= 0 ? candidates[index] : candidates.Count > 0 ? candidates[0] : null;
    }

    // Within the element first; a constant elsewhere in the file counts when no other literal has its value.
    static SourceLocation? Literal(SourceText source, string file, Creation? creation, int lineStart, LiteralText literal)
    {
        if (creation is { } element && Aligned(source, source.Tokens[element.First].Start, source.Tokens[element.Last].End, literal.Text) is [var inside, ..])
            return Part(source, file, inside, literal);
        if (Aligned(source, lineStart, source.Text.Length, literal.Text) is [var after, ..])
            return Part(source, file, after, literal);
        return Aligned(source, 0, source.Text.Length, literal.Text) is [var only] ? Part(source, file, only, literal) : null;
    }

    static SourceLocation Part(SourceText source, string file, int[] places, LiteralText literal)
    {
        var start = Math.Clamp(literal.Start, 0, places.Length - 1);
        var end = Math.Clamp(start + Math.Max(literal.Length, 0), start, places.Length - 1);
        // The last unit's own place, so that a part that ends before an escape or a line break does not reach behind it.
        var last = end > start ? Math.Max(places[end - 1] + 1, places[start]) : places[start];
        return Span(source, file, places[start], last);
    }

    // Literals between two offsets that can have a value; those joined by a plus count as one.
    static List<int[]> Aligned(SourceText source, int from, int to, string value)
    {
        var found = new List<int[]>();
        var tokens = source.Tokens;
        for (var index = 0; index < tokens.Count && tokens[index].Start < to; index++)
        {
            if (tokens[index].Start < from || tokens[index].Literal is not { } literal)
                continue;

            if (literal.Align(value) is { } alone)
            {
                found.Add(alone);
            }
            else if (index + 2 < tokens.Count && tokens[index + 1].Is('+') && tokens[index + 2].Literal is not null)
            {
                var joined = new LiteralValue(source.Tokens[index].Start);
                joined.Append(literal);
                for (; index + 2 < tokens.Count && tokens[index + 1].Is('+') && tokens[index + 2].Literal is { } next; index += 2)
                    joined.Append(next);
                if (joined.Align(value) is { } together)
                    found.Add(together);
            }
        }

        return found;
    }

    static SourceLocation Span(SourceText source, string file, int start, int end)
    {
        var (line, column) = source.Place(start);
        var (endLine, endColumn) = source.Place(end);
        return new SourceLocation(file, line, column, endLine, endColumn);
    }

    // Designations quote the name: cluster 'north'.
    static string? QuotedName(string? designation)
    {
        var open = designation?.IndexOf('\'') ?? -1;
        var close = designation?.LastIndexOf('\'') ?? -1;
        return close > open && open >= 0 ? designation![(open + 1)..close] : null;
    }
}
