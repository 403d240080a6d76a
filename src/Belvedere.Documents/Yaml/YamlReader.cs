using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Belvedere.Documents.Yaml;

/// <summary>
/// Reads YAML as kubectl reads it, because what is checked here is what clusters will do: YAML 1.1's booleans and numbers
/// (<c>yes</c> is true, <c>0644</c> is 420), dates and base 60 as text, merge keys expanded, aliases replaced by their anchor.
/// Where kubectl silently changes or drops something, it is an error instead: duplicate keys, keys that are not the text they
/// look like, tags of its own, infinities.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads a file: UTF-8, or UTF-16 with its byte order mark. Never throws for what the file holds.</summary>
    public static DocumentResult Read(ReadOnlySpan<byte> file, ReadLimits? limits = null)
    {
        var errors = new List<DocumentError>();
        var text = TextInput.Decode(file, limits ?? ReadLimits.Default, errors);
        return text is null ? new DocumentResult { Documents = [], Errors = errors } : Read(text, limits ?? ReadLimits.Default, errors);
    }

    /// <summary>Reads text. Never throws for what it holds.</summary>
    public static DocumentResult Read(string text, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);

        var errors = new List<DocumentError>();
        limits ??= ReadLimits.Default;
        return TextInput.IsWithin(text.Length, limits, errors)
            ? Read(text, limits, errors)
            : new DocumentResult { Documents = [], Errors = errors };
    }

    static DocumentResult Read(string text, ReadLimits limits, List<DocumentError> errors)
    {
        var documents = new List<Node>();
        if (TextInput.IsPrintable(text, errors))
            ReadEach(text, limits, documents, errors);

        errors.Sort(static (left, right) => (left.Span.Line, left.Span.Column).CompareTo((right.Span.Line, right.Span.Column)));
        return new DocumentResult { Documents = documents, Errors = errors };
    }

    // Three dashes at the start of a line end a document whatever it is, so one that only the full parser reads, or that has an
    // error, does not touch the others. Directives belong to the document after the dashes.
    static void ReadEach(string text, ReadLimits limits, List<Node> documents, List<DocumentError> errors)
    {
        var hasDirectives = text is ['%', ..] || text.Contains("\n%", StringComparison.Ordinal);
        var nodes = 0L;
        for (int start = 0, line = 1; start < text.Length && nodes <= limits.MaxNodes;)
        {
            var end = hasDirectives ? text.Length : EndOfDocument(text, start);
            var document = start == 0 && end == text.Length ? text : text[start..end];
            if (!BlockYaml.TryRead(document, line, limits, ref nodes, documents, errors))
                ReadAll(document, line, limits, ref nodes, documents, errors);

            line += document.AsSpan().Count('\n');
            start = end;
        }
    }

    static int EndOfDocument(string text, int start)
    {
        const string marker = "\n---";
        for (var at = start; text.IndexOf(marker, at, StringComparison.Ordinal) is >= 0 and var found; at = found + 1)
            if (found + marker.Length is var after && (after == text.Length || text[after] is ' ' or '\t' or '\r' or '\n'))
                return found + 1;
        return text.Length;
    }

    /// <summary>Reads whatever is YAML. The text begins at the given line of its file.</summary>
    internal static void ReadAll(string text, int firstLine, ReadLimits limits, ref long nodes, List<Node> documents, List<DocumentError> errors)
    {
        var tree = new TreeBuilder(limits, errors, nodes);
        var parser = new Parser(new Scanner(new StringReader(text)));
        try
        {
            new Events(text, firstLine - 1, parser, tree, documents).Read();
        }
        catch (YamlException exception)
        {
            Complain(exception.Message, exception.Start);
        }
        // The parser's own faults: met on brackets that go on at a smaller indent, and on tags that are no URI.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            Complain(exception.Message, parser.Current?.End ?? Mark.Empty);
        }

        nodes = tree.Total;

        void Complain(string theirs, Mark at)
        {
            var (line, column) = (firstLine - 1 + (int)Math.Max(at.Line, 1), (int)Math.Max(at.Column, 1));
            errors.Add(new DocumentError(YamlComplaints.InOurWords(theirs, text, (int)at.Index), new TextSpan(line, column, line, column + 1)));
        }
    }

    sealed class Events(string text, int linesBefore, IParser parser, TreeBuilder tree, List<Node> documents)
    {
        const string CoreTags = "tag:yaml.org,2002:";

        readonly Dictionary<string, TreeBuilder.Measured> anchors = new(StringComparer.Ordinal);

        TextSpan Span(ParsingEvent happened) =>
            new(linesBefore + (int)happened.Start.Line, (int)happened.Start.Column, linesBefore + (int)happened.End.Line, (int)happened.End.Column);

        public void Read()
        {
            while (!tree.IsHalted && parser.MoveNext())
                Handle(parser.Current!);
        }

        void Handle(ParsingEvent happened)
        {
            switch (happened)
            {
                case Scalar scalar:
                    Handle(scalar);
                    break;
                case MappingStart start:
                    Open(start, isMap: true, start.Style == MappingStyle.Flow, "map");
                    break;
                case SequenceStart start:
                    Open(start, isMap: false, start.Style == SequenceStyle.Flow, "seq");
                    break;
                case MappingEnd or SequenceEnd:
                    Close(happened);
                    break;
                case AnchorAlias alias:
                    Handle(alias);
                    break;
                case DocumentStart:
                    anchors.Clear();
                    tree.Start();
                    break;
                // A document without content is a null of no length: nothing stands there, so there is nothing to hand on.
                case DocumentEnd when tree.Root is { } root && root is not ScalarNode { Kind: ScalarKind.Null, Written: "" }:
                    documents.Add(root);
                    break;
            }
        }

        void Open(NodeEvent start, bool isMap, bool isFlow, string coreTag)
        {
            // A block begins where its first scalar does.
            if (isFlow)
                RefuseTab(start);
            if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific && start.Tag.Value != CoreTags + coreTag)
                RefuseTag(start);

            tree.Open(isMap, linesBefore + (int)start.Start.Line, (int)start.Start.Column, isFlow, start.Anchor.IsEmpty ? null : start.Anchor.Value);
        }

        void Close(ParsingEvent end)
        {
            var anchor = tree.Anchor;
            // The event's own end leaves the closing bracket out.
            var closed = tree.Close(linesBefore + (int)end.Start.Line, (int)end.Start.Column + 1);
            if (anchor is not null)
                anchors[anchor] = closed;
        }

        void Handle(Scalar scalar)
        {
            RefuseTab(scalar);
            var node = tree.ExpectsKey ? Key(scalar) : Value(scalar);
            if (!scalar.Anchor.IsEmpty)
                anchors[scalar.Anchor.Value] = new TreeBuilder.Measured(node, 1, 0);
        }

        ScalarNode Value(Scalar scalar)
        {
            var node = Resolve(scalar);
            tree.Add(node);
            return node;
        }

        ScalarNode Key(Scalar scalar)
        {
            if (IsMergeKey(scalar))
            {
                var merge = MergeKeys.KeyAt(Span(scalar));
                tree.AddKey(merge, merges: true);
                return merge;
            }

            if (scalar.Style == ScalarStyle.Plain && tree.IsInFlow && text.AsSpan(Math.Min((int)scalar.End.Index, text.Length)) is [':', ',' or '[' or ']' or '{' or '}', ..])
                tree.Error("Readers disagree about a colon in brackets without a space after it: add the space, or put the text in quotes.", Span(scalar));

            var node = Resolve(scalar);
            tree.AddKey(Scalars.Key(tree, node));
            return node;
        }

        // Clusters refuse a tab before what begins a line, and after a dash; this parser does not.
        void RefuseTab(NodeEvent node)
        {
            var start = (int)node.Start.Index;
            if (tree.IsInFlow || start >= text.Length)
                return;

            var before = text.AsSpan(0, start);
            var indent = before[(before.LastIndexOf('\n') + 1)..];
            if (indent.Contains('\t') && !indent.ContainsAnyExcept("\t -?"))
                tree.Error("A tab cannot indent YAML: use spaces.", Span(node));
        }

        // The parser lets these pass in brackets, where kubectl refuses them; and it loses a key that has an asterisk, colon and all.
        void RefuseIndicators(Scalar scalar)
        {
            if (scalar.Value is ['@' or '`' or '%' or '|' or '>', ..])
                tree.Error($"Text cannot begin with {scalar.Value[0]}: put it in quotes.", Span(scalar));
            else if (scalar.Value.Contains('*') && (scalar.Value.Contains(": ", StringComparison.Ordinal) || scalar.Value.EndsWith(':')))
                tree.Error("A word of this key begins with an asterisk, which not all readers take: put the key in quotes.", Span(scalar));
            else if (tree.IsInFlow && scalar.Value.Contains('?'))
                tree.Error("Text in brackets cannot hold a question mark: put it in quotes.", Span(scalar));
        }

        static bool IsMergeKey(Scalar scalar) =>
            scalar is { Style: ScalarStyle.Plain, Value: MergeKeys.Text } && (scalar.Tag.IsEmpty || scalar.Tag.Value == CoreTags + "merge");

        void Handle(AnchorAlias alias)
        {
            var span = Span(alias);
            var name = alias.Value.Value;
            var isKey = tree.ExpectsKey;
            if (tree.IsInside(name))
                Refuse(isKey, $"The alias *{Excerpt.Of(name)} stands inside its own anchor: a document cannot contain itself.", span);
            else if (!anchors.TryGetValue(name, out var anchored))
                Refuse(isKey, $"The alias *{Excerpt.Of(name)} has no anchor &{Excerpt.Of(name)} above it: add the anchor, or put the text in quotes.", span);
            else if (!isKey)
                tree.AddAgain(anchored, span);
            else if (anchored.Node is ScalarNode scalar)
                tree.AddKey(Scalars.Key(tree, new ScalarNode(scalar.Kind, scalar.Text, scalar.Written, span)));
            else
                Refuse(isKey, "A key must be text: write the map or list as a value.", span);
        }

        void Refuse(bool isKey, string message, TextSpan span)
        {
            tree.Error(message, span);
            if (isKey)
                tree.AddKey(TreeBuilder.Unreadable);
            else
                tree.Add(new ScalarNode(ScalarKind.Null, "null", span));
        }

        ScalarNode Resolve(Scalar scalar)
        {
            var span = Span(scalar);
            if (scalar.Style == ScalarStyle.Plain)
                RefuseIndicators(scalar);
            if (scalar.Tag.IsEmpty)
                return scalar.Style == ScalarStyle.Plain ? Scalars.Plain(tree, scalar.Value, span) : new ScalarNode(ScalarKind.String, scalar.Value, span);
            if (scalar.Tag.IsNonSpecific)
                return new ScalarNode(ScalarKind.String, scalar.Value, span);

            var plain = PlainScalar.Resolve(scalar.Value);
            switch (scalar.Tag.Value)
            {
                case CoreTags + "str":
                    return new ScalarNode(ScalarKind.String, scalar.Value, span);
                case CoreTags + "int" when plain.Kind == ScalarKind.Integer:
                case CoreTags + "float" when plain.Kind is ScalarKind.Integer or ScalarKind.Float:
                case CoreTags + "bool" when plain.Kind == ScalarKind.Boolean:
                case CoreTags + "null" when plain.Kind == ScalarKind.Null:
                    return new ScalarNode(plain.Kind, plain.Text, scalar.Value, span);
                case CoreTags + "int" or CoreTags + "float" or CoreTags + "bool" or CoreTags + "null":
                    tree.Error($"{Excerpt.Of(scalar.Value)} is no {scalar.Tag.Value[CoreTags.Length..]}, as its tag says: change the value or remove the tag.", span);
                    break;
                default:
                    RefuseTag(scalar);
                    break;
            }

            return new ScalarNode(ScalarKind.String, scalar.Value, span);
        }

        void RefuseTag(NodeEvent tagged) => tree.Error(
            $"The tag {Excerpt.Of(tagged.Tag.Value)} is unknown here: only !!str, !!int, !!float, !!bool, !!null, !!map and !!seq are read. Remove it.",
            Span(tagged));
    }
}
