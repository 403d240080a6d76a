using Belvedere.Diagnostics;
using Belvedere.Hosting;
using Belvedere.Testing;

namespace Belvedere.Tests.Hosting;

public sealed class SourceRefinementTests
{
    static readonly DiagnosticDescriptor Descriptor = new("BLV1001", "A test", DiagnosticSeverity.Error);

    // In each source the part that is meant stands between « and »; a ¶ marks the element's line.
    [TestCase("¶var hub = new Hub(\"hub\") { Receive = new() { «ReplicationFactor» = 3 }, };", "ReplicationFactor", "receive", TestName = "A property inside braces on the same line")]
    [TestCase("¶Hub = new(\"hub\", Platform.OpenShift(\"4.18\"))\n{\n    // ReplicationFactor = 1\n    Name = \"ReplicationFactor = 2\",\n    «ReplicationFactor» = 3,\n};", "ReplicationFactor", "hub 'hub'", TestName = "A property below the element, past comments and strings")]
    [TestCase("¶Ring canary = new(\"canary\") { Revision = \"a\" }, rest = new(\"rest\") { «Revision» = \"b\" };", "Revision", "ring 'rest'", TestName = "The second of two elements on one line")]
    [TestCase("¶new(\"x\") { Inner = new(\"y\") { Replicas = 1 }, «Replicas» = 2 }", "Replicas", "thing 'x'", TestName = "Not the property of an inner element")]
    [TestCase("¶«new»(\"x\") { Flag = a == b }", "Missing", "thing 'x'", TestName = "The element when it does not set the property")]
    [TestCase("var a = 1;\n¶Storage = «ObjectStorage».S3(\"bucket\", \"host\"),", null, "storage 'bucket'", TestName = "A factory's call")]
    [TestCase("class Board : Dashboard\n{\n¶    public Board() : base(\"Board\")\n    {\n        «Rows» = [new(\"r\")];\n    }\n}", "Rows", "dashboard 'Board'", TestName = "A constructor that calls its base's")]
    [TestCase("¶new Map<string, List<int>>(\"m\") { «Size» = 1 }", "Size", null, TestName = "A generic element")]
    [TestCase("¶«new»()", null, null, TestName = "An element without arguments")]
    [TestCase("#if X\n# region it's \"here\n¶new(\"a\") { «B» = 1 }", "B", null, TestName = "Behind directives")]
    public void An_element_or_property_is_found(string marked, string? property, string? element)
    {
        using var project = new Project(marked);

        var found = project.Refine(new Diagnostic(Descriptor, "Wrong.", project.ElementLine) { Property = property, Element = element });

        project.IsAtMark(found);
    }

    [TestCase("¶new(\"q\", \"sum(«rate»(up[5m]))\")", "sum(rate(up[5m]))", 4, 4, TestName = "A regular literal")]
    [TestCase("¶new(\"q\", \"up{job=\\\"«a»\\\"}\")", "up{job=\"a\"}", 8, 1, TestName = "A regular literal with escapes")]
    [TestCase("¶new(\"q\", @\"up{job=\"\"«a»\"\"}\")", "up{job=\"a\"}", 8, 1, TestName = "A verbatim literal")]
    [TestCase("¶new(\"q\", @\"first\nse«con»d\")", "first\nsecond", 8, 3, TestName = "A verbatim literal over lines")]
    [TestCase("¶new(\"q\", \"\"\"\n    sum by (x) (\n      «rate»(up[5m])\n    )\n    \"\"\")", "sum by (x) (\n  rate(up[5m])\n)", 15, 4, TestName = "A raw literal over lines")]
    [TestCase("¶new(\"q\", \"\"\"up{job=\"«x»\"}\"\"\")", "up{job=\"x\"}", 8, 1, TestName = "A raw literal on one line")]
    [TestCase("¶new(\"q\", $\"{metric} > «0.01»\")", "my_metric > 0.01", 12, 4, TestName = "An interpolated literal, after the hole")]
    [TestCase("¶new(\"q\", $\"rate(«{»metric}[5m])\")", "rate(my_metric[5m])", 5, 9, TestName = "An interpolated literal, in the hole")]
    [TestCase("¶new(\"q\", $$\"\"\"up{job=\"{{job}}\"} > «1»\"\"\")", "up{job=\"a\"} > 1", 14, 1, TestName = "A raw interpolated literal")]
    [TestCase("¶new(\"q\", \"sum(\" +\n    \"«rate»(up[5m]))\")", "sum(rate(up[5m]))", 4, 4, TestName = "Literals joined by a plus")]
    [TestCase("const string Query = \"sum(«rate»(up[5m]))\";\nvar a = 0;\n¶new(\"q\", Query)", "sum(rate(up[5m]))", 4, 4, TestName = "A constant above the element")]
    [TestCase("var a = \"up\";\n¶new(\"first\", \"«up»\")", "up", 0, 2, TestName = "The element's own literal before another of the same value")]
    [TestCase("¶new(\"q\", \"up ==«»\")", "up ==", 5, 0, TestName = "The end of a literal")]
    public void A_part_of_a_literal_is_found(string marked, string value, int start, int length)
    {
        using var project = new Project(marked);

        var found = project.Refine(new Diagnostic(Descriptor, "Wrong.", project.ElementLine) { Literal = new LiteralText(value, start, length) });

        project.IsAtMark(found);
    }

    [Test]
    public void A_place_that_is_known_to_the_column_stays()
    {
        using var project = new Project("¶new(\"a\") { «B» = 1 }");
        var known = new SourceLocation(project.ElementLine.File, 1, 3, 1, 4);

        var found = project.Refine(new Diagnostic(Descriptor, "Wrong.", known) { Property = "B" });

        Assert.That((found.Line, found.Column, found.EndLine, found.EndColumn), Is.EqualTo((1, 3, 1, 4)));
    }

    [TestCase("Gone.cs", 1)]
    [TestCase("Fleet.cs", 99)]
    [TestCase("clusters.yaml", 3)]
    public void A_place_that_cannot_be_looked_at_keeps_its_line(string file, int line)
    {
        using var project = new Project("¶«new»()");

        var found = project.Refine(new Diagnostic(Descriptor, "Wrong.", new SourceLocation(file, line)));

        Assert.That((found.File, found.Line, found.Column), Is.EqualTo((Path.Join(project.Folder, file), line, 0)));
    }

    [Test]
    public void A_file_compiled_with_a_path_map_is_found()
    {
        using var project = new Project("¶new(\"a\") { «B» = 1 }");
        var roots = new SourceRoots([new SourceRoot("/_/", project.Folder)]);
        var finding = new Diagnostic(Descriptor, "Wrong.", new SourceLocation("/_/Fleet.cs", 1)) { Property = "B" };

        var found = new SourceRefinement(roots, "/elsewhere").Refine([finding])[0].Location;

        project.IsAtMark(found);
    }

    sealed class Project : IDisposable
    {
        readonly TemporaryFolder folder = new();
        readonly (int Line, int Column) start, end;

        public Project(string marked)
        {
            ElementLine = new SourceLocation(folder.Path("Fleet.cs"), marked[..marked.IndexOf('¶')].Count(character => character == '\n') + 1);
            var open = marked.Replace("¶", "");
            start = Place(open, '«');
            open = open.Replace("«", "");
            end = Place(open, '»');
            folder.Write("Fleet.cs", open.Replace("»", ""));
        }

        public string Folder => folder.Root;

        public SourceLocation ElementLine { get; }

        public SourceLocation Refine(Diagnostic finding) => new SourceRefinement(SourceRoots.None, folder.Root).Refine([finding])[0].Location;

        public void IsAtMark(SourceLocation found)
        {
            Assert.That(found.File, Is.EqualTo(folder.Path("Fleet.cs")));
            Assert.That((found.Line, found.Column), Is.EqualTo(start));
            Assert.That((found.EndLine, found.EndColumn), Is.EqualTo(end));
        }

        public void Dispose() => folder.Dispose();

        static (int, int) Place(string text, char mark)
        {
            var before = text[..text.IndexOf(mark)];
            return (before.Count(character => character == '\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
        }
    }
}
