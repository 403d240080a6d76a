namespace Belvedere.Documents.Yaml;

/// <summary>Says what is wrong with a text that is no YAML, and what to do about it.</summary>
static class YamlComplaints
{
    // The parser's message holds the first; the first that fits wins.
    static readonly (string Theirs, string Ours)[] Known =
    [
        ("could not find expected ':'", "A key has no colon after it, or is longer than 1024 characters: write \"key: value\", and put text of several lines in quotes."),
        ("Mapping values are not allowed", "A map cannot begin here: put text that holds \": \" in quotes, or begin the map on a line of its own."),
        ("found invalid mapping", "A map cannot begin here: put text that holds \": \" in quotes, or begin the map on a line of its own."),
        ("Mapping keys are not allowed", "A key cannot stand here: begin the map on a line of its own."),
        ("Block sequence entries are not allowed", "A list item cannot begin here: begin the list on a line of its own."),
        ("did not find expected key", "This line is no \"key: value\" of the map around it: align it with the other keys, add the colon, or put text in quotes as a whole."),
        ("did not find expected '-' indicator", "This line is no item of the list around it: align its \"- \" with the other items."),
        ("parsing a flow mapping", "The map in braces is not closed here: a comma or } is missing."),
        ("parsing a flow sequence", "The list in brackets is not closed here: a comma or ] is missing."),
        ("did not find expected node content", "A value is missing here, or a bracket too many stands here."),
        ("more than one anchor", "A value has one anchor at most: remove the others."),
        ("undefined tag handle", "The tag is unknown here: remove it."),
        ("a quoted scalar, found unexpected end", "The quoted text is not closed: add the quote that ends it."),
        ("a quoted scalar, found unexpected document indicator", "The quoted text is not closed before the document ends: add the quote that ends it."),
        ("wrong indentation", "The quoted text goes on at too small an indent: indent it further than its key."),
        ("unknown escape character", "This escape does not exist: write \\\\ for a backslash, or use single quotes."),
        ("hexadecimal number", "An escape lacks digits: \\x takes 2, \\u takes 4 and \\U takes 8 hexadecimal digits."),
        ("surrogates", "Half of a character is escaped here: write the character itself, or \\U and 8 digits."),
        ("Unicode character escape code", "This escape is no Unicode character: write the character itself."),
        ("tab", "A tab cannot indent YAML: use spaces."),
        ("block scalar", "The block of text begins wrongly: after | or > only +, -, a digit from 1 to 9 and a comment may stand, and no line above the first may be indented further than it."),
        ("found a comment", "A comment cannot stand here: remove it, or put the text in quotes."),
        ("found invalid comment", "A comment needs a space before its #."),
        ("anchor", "An anchor or alias must have a name without spaces, brackets, braces and commas: put text that begins with & or * in quotes."),
        ("a tag", "The tag is not closed or holds characters that no tag may hold: remove it, or put text that begins with ! in quotes."),
        ("tags must be", "The tag is not closed or holds characters that no tag may hold: remove it, or put text that begins with ! in quotes."),
        ("comma at end of tag", "The tag is not closed or holds characters that no tag may hold: remove it, or put text that begins with ! in quotes."),
        ("directive", "A line that begins with % is a directive, and only %YAML 1.1, %YAML 1.2 and %TAG are known: remove it, or indent the text."),
        ("version", "Only YAML 1.1 and 1.2 are read: remove the %YAML line."),
        ("incompatible YAML", "Only YAML 1.1 and 1.2 are read: remove the %YAML line."),
        ("document start", "A document ended above, and the next must begin with ---: indent this line, or add --- before it."),
        ("document end", "A document ended above, and the next must begin with ---: indent this line, or add --- before it."),
        ("'...'", "Nothing may follow ... on its line."),
        ("Invalid key indicator", "A - stands alone here: put it in quotes."),
    ];

    public static string InOurWords(string theirs, ReadOnlySpan<char> text, int offset)
    {
        if (theirs.Contains("cannot start any token", StringComparison.Ordinal))
            return CannotStart(offset < text.Length ? text[offset] : '\0');

        foreach (var (fragment, ours) in Known)
            if (theirs.Contains(fragment, StringComparison.Ordinal))
                return ours;

        return "This is no YAML: look for an indent, a quote or a bracket that is not right around here.";
    }

    static string CannotStart(char character) => character switch
    {
        '\t' => "A tab cannot indent YAML: use spaces.",
        '\0' => "The file ends before it is complete.",
        _ => $"Text cannot begin with {Excerpt.Of([character])}: put it in quotes.",
    };
}
