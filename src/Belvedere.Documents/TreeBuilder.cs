using System.Runtime.InteropServices;

namespace Belvedere.Documents;

/// <summary>
/// Puts a tree together from the events of a parser, without recursion. Counts depth and nodes, aliases in full, and finds
/// duplicate keys, so that every reader refuses the same things in the same words.
/// </summary>
sealed class TreeBuilder(ReadLimits limits, List<DocumentError> errors, long counted = 0)
{
    // Below this many keys comparing each with each is faster than hashing them.
    const int HashedFrom = 9;

    /// <summary>Stands for a key about which an error was told.</summary>
    public static readonly ScalarNode Unreadable = ScalarNode.String("");

    // The children of all open collections, the outermost first; keys and values of a map in turn.
    Node[] nodes = new Node[64];
    int nodeCount;

    Frame[] frames = new Frame[16];
    int depth;

    long total = counted;

    /// <summary>A node with its cost, for use by aliases.</summary>
    public readonly record struct Measured(Node Node, int Count, int Height);

    struct Frame
    {
        public bool IsMap;
        public bool IsFlow;
        public bool IsKey;
        public bool Merges;
        public int FirstChild;
        public int Line;
        public int Column;
        public int Height;
        public long TotalBefore;
        public string? Anchor;
    }

    /// <summary>The finished document.</summary>
    public Node? Root { get; private set; }

    /// <summary>Whether a limit was met: the reader stops.</summary>
    public bool IsHalted { get; private set; }

    /// <summary>Whether the next node is a key.</summary>
    public bool ExpectsKey => depth > 0 && frames[depth - 1].IsMap && (nodeCount - frames[depth - 1].FirstChild) % 2 == 0;

    /// <summary>How many nodes there are with those that were counted before.</summary>
    public long Total => total;

    /// <summary>Whether the innermost collection stands in brackets.</summary>
    public bool IsInFlow => depth > 0 && frames[depth - 1].IsFlow;

    /// <summary>Begins a document. What was counted stays: the limit is the file's.</summary>
    public void Start() => (Root, nodeCount, depth) = (null, 0, 0);

    public void Error(string message, TextSpan span) => errors.Add(new DocumentError(message, span));

    /// <summary>Adds a key. <paramref name="merges"/> says that the value's entries are taken over into the map.</summary>
    public void AddKey(ScalarNode key, bool merges = false)
    {
        frames[depth - 1].Merges |= merges;
        Push(key);
    }

    public void Add(Node node)
    {
        if (Count(1, node.Span))
            Place(node, 0);
    }

    /// <summary>Adds a node that stands elsewhere in the document too.</summary>
    public void AddAgain(Measured measured, TextSpan at)
    {
        if (depth + measured.Height > limits.MaxDepth)
            HaltByDepth(at);
        else if (Count(measured.Count, at))
            Place(measured.Node, measured.Height);
    }

    /// <summary>
    /// Opens a map or a list. <paramref name="isFlow"/> says that brackets enclose it; otherwise it ends with its last child.
    /// </summary>
    public void Open(bool isMap, int line, int column, bool isFlow = true, string? anchor = null)
    {
        var span = new TextSpan(line, column, line, column + 1);
        if (depth >= limits.MaxDepth)
        {
            HaltByDepth(span);
            return;
        }

        if (!Count(1, span))
            return;

        var isKey = ExpectsKey;
        if (isKey)
            Error("A key must be text: write the map or list as a value, or put the key in quotes.", span);
        if (depth == frames.Length)
            Array.Resize(ref frames, depth * 2);
        frames[depth++] = new Frame
        {
            IsMap = isMap, IsFlow = isFlow, IsKey = isKey, FirstChild = nodeCount, Line = line, Column = column, TotalBefore = total - 1, Anchor = anchor,
        };
    }

    /// <summary>Closes the innermost collection; the place is where its closing bracket ends.</summary>
    public Measured Close(int endLine, int endColumn)
    {
        var frame = frames[--depth];
        var children = nodes.AsSpan(frame.FirstChild, nodeCount - frame.FirstChild);
        var span = frame.IsFlow ? new TextSpan(frame.Line, frame.Column, endLine, endColumn) : BlockSpan(frame, children);
        Node made = frame.IsMap ? Map(children, frame.Merges, span) : ListNode.Owning(children.ToArray(), span);

        children.Clear();
        nodeCount = frame.FirstChild;
        if (frame.IsKey)
            Push(Unreadable);
        else
            Place(made, frame.Height + 1);
        return new Measured(made, (int)(total - frame.TotalBefore), frame.Height + 1);
    }

    /// <summary>The anchor of the innermost collection.</summary>
    public string? Anchor => frames[depth - 1].Anchor;

    /// <summary>Whether a collection of this anchor is still open.</summary>
    public bool IsInside(string anchor)
    {
        foreach (ref readonly var frame in frames.AsSpan(0, depth))
            if (frame.Anchor == anchor)
                return true;
        return false;
    }

    // Parsers notice the end of a block only at the next line. An alias ends where its anchor stands, which may be far above:
    // then the key before it ends later.
    static TextSpan BlockSpan(in Frame frame, ReadOnlySpan<Node> children)
    {
        var end = (frame.Line, frame.Column);
        foreach (var child in children[Math.Max(0, children.Length - 2)..])
            if ((child.Span.EndLine, child.Span.EndColumn).CompareTo(end) > 0)
                end = (child.Span.EndLine, child.Span.EndColumn);
        return new TextSpan(frame.Line, frame.Column, end.Line, end.Column);
    }

    MapNode Map(ReadOnlySpan<Node> children, bool merges, TextSpan span)
    {
        var entries = new MapEntry[children.Length / 2];
        for (var at = 0; at < entries.Length; at++)
            entries[at] = new MapEntry((ScalarNode)children[2 * at], children[2 * at + 1]);

        FindDuplicates(entries);
        return merges ? new MapNode(Yaml.MergeKeys.Expand(entries, errors), span) : MapNode.Owning(entries, span);
    }

    void FindDuplicates(MapEntry[] entries)
    {
        if (entries.Length < HashedFrom)
        {
            for (var later = 1; later < entries.Length; later++)
                for (var earlier = 0; earlier < later; earlier++)
                    if (entries[later].Key.Text == entries[earlier].Key.Text)
                    {
                        Duplicate(entries[earlier].Key, entries[later].Key);
                        break;
                    }
            return;
        }

        var seen = new Dictionary<string, ScalarNode>(entries.Length, StringComparer.Ordinal);
        foreach (ref readonly var entry in entries.AsSpan())
        {
            ref var earlier = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, entry.Key.Text, out var exists);
            if (exists)
                Duplicate(earlier!, entry.Key);
            else
                earlier = entry.Key;
        }
    }

    void Duplicate(ScalarNode earlier, ScalarNode later)
    {
        if (!ReferenceEquals(later, Unreadable) && !ReferenceEquals(earlier, Unreadable))
            Error($"The key {Excerpt.Of(later.Text)} is already set at {earlier.Span}: remove or rename one of the two.", later.Span);
    }

    void Place(Node node, int height)
    {
        if (depth == 0)
        {
            Root = node;
            return;
        }

        ref var frame = ref frames[depth - 1];
        frame.Height = Math.Max(frame.Height, height);
        Push(node);
    }

    void Push(Node node)
    {
        if (nodeCount == nodes.Length)
            Array.Resize(ref nodes, nodeCount * 2);
        nodes[nodeCount++] = node;
    }

    bool Count(int more, TextSpan at)
    {
        total += more;
        if (total <= limits.MaxNodes)
            return true;

        Error(FormattableString.Invariant($"The file holds more than {limits.MaxNodes} values once its aliases are expanded: split it, or write fewer aliases of aliases."), at);
        IsHalted = true;
        return false;
    }

    void HaltByDepth(TextSpan at)
    {
        Error(FormattableString.Invariant($"Maps and lists nest deeper than {limits.MaxDepth} here: flatten the document."), at);
        IsHalted = true;
    }
}
