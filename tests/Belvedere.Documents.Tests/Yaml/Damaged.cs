using System.Text;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>Small YAML texts of every form with a few random changes; about a third of them is still YAML.</summary>
static class Damaged
{
    static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\n\n", "\t", "- ", "-", ": ", ":", "#", " #", " # c", "'", "\"", "{", "}", "[", "]", ", ", ",", "|", "|-\n", "|+\n", ">\n", "&a ", "*a", "!t ", "? ",
        "---\n", "...\n", "%", "a", "a: b", "\\n", "{}", "[]", "[a, b]", "{a: b}", "<<: ", "~", "yes", "1", "''", "\"\"", "\\", "=", "@", "`", "é",
    ];

    static readonly string[] Sources =
    [
        "a: 1\nb:\n  c: d\n  e:\n  - f\n  - g: h\n    i: j\n  - - k\n    - l\nm: n\n",
        "# comment\na: b # comment\n\nc:\n# comment\n- d\n\n- e\n",
        "a: |\n  x\n   y\n\n  z\nb: |-\n  x\n\nc: |+\n  x\n\nd: e\n",
        "- |\n x\n- a: |\n    x\n  b: c\n",
        "a: 'b'\n'c': \"d\\n\\u00e9\"\n\"e\" : f\n",
        "a: {b: c, d: [e, 'f'], g: {}}\nh: [1, yes, ~, \"x\"]\n",
        "a: b\n  c\n\n  d\ne:\n  f\n  g\nh:\ni: j\n",
        "---\na: b\n---\n# nothing\n---\nc: d\n",
        "a:\n- b\n-\n- c:\n  - d\n  e: f\n",
        "clusters:\n- name: east\n  labels: {region: eu, team: shop}\n  version: \"4.18\"\n",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder(Sources[random.Next(Sources.Length)]);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(text.Length);
            if (random.Next(3) == 0)
                text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
            else
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            if (text.Length == 0)
                text.Append('a');
        }

        return text.ToString();
    }
}
