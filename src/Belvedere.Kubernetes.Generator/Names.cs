using System.Text;

namespace Belvedere.Kubernetes.Generator;

/// <summary>Names of the wire as names of C#.</summary>
static class Names
{
    /// <summary>Members that every record has; a field of the name gets a suffix.</summary>
    static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Clone", "Equals", "GetHashCode", "GetType", "ToString", "ToNode", "MemberwiseClone", "EqualityContract", "PrintMembers", "Span", "AdditionalFields", "Shape", "Create",
    };

    /// <summary>
    /// The property of a field. C# forbids a member that is named like its type: such a field is called by its last word
    /// (<c>ContainerPort.Port</c>).
    /// </summary>
    public static string Property(string field, Definition owner)
    {
        var name = Pascal(field);
        if (name == owner.Name)
            return owner.Fields.Any(other => Pascal(other.Key) == LastWord(name)) || LastWord(name) == name ? name + "Value" : LastWord(name);
        return Reserved.Contains(name) ? name + "Value" : name;
    }

    /// <summary>
    /// The member of an enumeration's value. Values that differ in case only have one member, the first's: upstream accepts
    /// each of them.
    /// </summary>
    public static string EnumerationMember(string value) => value switch
    {
        "" => "Empty",
        "=" => "Equal",
        "!=" => "NotEqual",
        "=~" => "Matches",
        "!~" => "NotMatches",
        "*" => "Any",
        _ => Pascal(value),
    };

    public static string Pascal(string text)
    {
        var made = new StringBuilder();
        var upper = true;
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                // Between digits the dot means something: 1.1 is not 11.
                if (letter == '.' && made.Length > 0 && char.IsDigit(made[made.Length - 1]))
                    made.Append('_');
                upper = true;
                continue;
            }

            made.Append(upper ? char.ToUpperInvariant(letter) : letter);
            upper = false;
        }

        if (made.Length > 0 && char.IsDigit(made[0]))
            made.Insert(0, '_');
        return made.ToString();
    }

    static string LastWord(string name)
    {
        var at = name.Length - 1;
        while (at > 0 && !char.IsUpper(name[at]))
            at--;
        return name.Substring(at);
    }
}
