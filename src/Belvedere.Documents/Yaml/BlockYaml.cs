using System.Buffers;

namespace Belvedere.Documents.Yaml;

/// <summary>
/// Reads the part of YAML that nearly all manifests, rules and inventories keep to: blocks of maps and lists, scalars with and
/// without quotes, literal blocks, and maps and lists in brackets on one line. In a fresh process, which is what a build is, it
/// costs a quarter of what YamlDotNet does. It never guesses: whatever is not of this part, or not right, it leaves to <see cref="YamlReader"/>, so both
/// give one result.
/// </summary>
sealed partial class BlockYaml
{
    const int DocumentEnds = -1;

    // YAML 1.1 takes these for line ends.
    static readonly SearchValues<char> Unusual = SearchValues.Create("\r\u0085\u2028\u2029");

    readonly string text;
    readonly TreeBuilder tree;

    int at;
    int line;
    int lineStart;

    // Set once something is met that this reader does not know for sure. Everything returns then, and the result is dropped.
    bool isUnsure;

    BlockYaml(string text, int firstLine, TreeBuilder tree) => (this.text, line, this.tree) = (text, firstLine, tree);

    /// <summary>
    /// Reads a text that begins at the given line of its file, or says that it is not for this reader. Errors of content are final, as
    /// in a full reader. Adds to the count of nodes that the file holds.
    /// </summary>
    public static bool TryRead(string text, int firstLine, ReadLimits limits, ref long nodes, List<Node> documents, List<DocumentError> errors)
    {
        if (text.AsSpan().ContainsAny(Unusual))
            return false;

        var found = new List<DocumentError>();
        var tree = new TreeBuilder(limits, found, nodes);
        var reader = new BlockYaml(text, firstLine, tree);
        var read = new List<Node>();
        reader.Documents(read);
        if (reader.isUnsure)
            return false;

        nodes = tree.Total;
        documents.AddRange(read);
        errors.AddRange(found);
        return true;
    }

    bool Stops => isUnsure || tree.IsHalted;

    int Column => at - lineStart;

    TextSpan SpanFrom(int start) => new(line, start - lineStart + 1, line, at - lineStart + 1);

    void Documents(List<Node> documents)
    {
        var indent = NextContent();
        while (!Stops)
        {
            if (indent == DocumentEnds)
            {
                if (at == text.Length)
                    return;

                // The line is three dashes; what follows them on it must be nothing.
                at += 3;
                EndLine();
                indent = NextContent();
                continue;
            }

            tree.Start();
            indent = Content(DocumentEnds);
            if (indent != DocumentEnds || tree.Root is ScalarNode)
                isUnsure = true;
            if (!Stops)
                documents.Add(tree.Root!);
        }
    }

    /// <summary>
    /// Reads the map, list or scalar that begins here, inside a block of the given indent; returns the indent of the line after it.
    /// </summary>
    int Content(int indent)
    {
        var column = Column;
        return IsDash() ? List(column) : TryKey(out var key) ? Map(column, key) : Inline(indent);
    }

    int Map(int indent, ScalarNode? key)
    {
        tree.Open(isMap: true, line, indent + 1, isFlow: false);
        while (!Stops)
        {
            tree.AddKey(Scalars.Key(tree, key!));
            var next = Value(indent, isInMap: true);
            if (Stops)
                break;

            if (next < indent)
            {
                tree.Close(line, 1);
                return next;
            }

            if (next > indent || IsDash() || !TryKey(out key))
                isUnsure = true;
        }

        return DocumentEnds;
    }

    int List(int indent)
    {
        tree.Open(isMap: false, line, indent + 1, isFlow: false);
        while (!Stops)
        {
            at++;
            var next = Value(indent, isInMap: false);
            if (Stops)
                break;

            // A list may stand at the indent of the key that holds it, and the next key follows there.
            if (next < indent || (next == indent && !IsDash()))
            {
                tree.Close(line, 1);
                return next;
            }

            if (next > indent)
                isUnsure = true;
        }

        return DocumentEnds;
    }

    // After a colon or a dash. Returns the indent of the line after the value.
    int Value(int indent, bool isInMap)
    {
        var afterIndicator = at;
        SkipSpaces();
        if (!IsAtLineEnd())
            return isInMap ? Inline(indent) : Content(indent);

        var (keyLine, keyLineStart) = (line, lineStart);
        EndLine();
        var next = NextContent();
        if (Stops)
            return DocumentEnds;
        if (next > indent)
            return Content(indent);
        if (isInMap && next == indent && IsDash())
            return List(indent);

        var column = afterIndicator - keyLineStart + 1;
        tree.Add(new ScalarNode(ScalarKind.Null, "null", "", new TextSpan(keyLine, column, keyLine, column)));
        return next;
    }

    // A scalar, or a collection in brackets; the indent is that of the block around it.
    int Inline(int indent)
    {
        switch (text[at])
        {
            case '|':
                return LiteralBlock(indent);
            case '"' or '\'':
                if (TryQuoted(out var quoted))
                    tree.Add(quoted);
                break;
            case '[' or '{':
                Flow();
                break;
            default:
                return PlainLines(indent);
        }

        if (!Stops)
            EndLine();
        return Stops ? DocumentEnds : NextContent();
    }

    // Goes to the next line that holds something, past blank lines and comments. Returns its indent, or that the document ends.
    int NextContent()
    {
        while (at < text.Length)
        {
            SkipSpaces();
            if (at == text.Length)
                break;
            switch (text[at])
            {
                case '\n':
                    NextLine();
                    continue;
                case '#':
                    at = LineEnd();
                    continue;
                case '\t' or '%':
                    isUnsure = true;
                    return DocumentEnds;
                default:
                    return IsMarker() ? DocumentEnds : Column;
            }
        }

        return DocumentEnds;
    }

    bool IsMarker()
    {
        if (Column > 0 || text.Length - at < 3)
            return false;

        var start = text.AsSpan(at, 3);
        if (start is "...")
            isUnsure = true;
        return start is "---" && (at + 3 == text.Length || text[at + 3] is ' ' or '\n');
    }

    // Past what may stand after a value: blanks and a comment.
    void EndLine()
    {
        var start = at;
        SkipSpaces();
        if (at < text.Length && text[at] == '#' && at > start)
            at = LineEnd();
        if (at == text.Length)
            return;
        if (text[at] == '\n')
            NextLine();
        else
            isUnsure = true;
    }

    bool IsAtLineEnd() => at == text.Length || text[at] == '\n' || (text[at] == '#' && at > 0 && text[at - 1] == ' ');

    bool IsDash() => at < text.Length && text[at] == '-' && (at + 1 == text.Length || text[at + 1] is ' ' or '\n');

    int LineEnd() => text.AsSpan(at).IndexOf('\n') is >= 0 and var length ? at + length : text.Length;

    void NextLine()
    {
        at++;
        line++;
        lineStart = at;
    }

    void SkipSpaces()
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }
}
