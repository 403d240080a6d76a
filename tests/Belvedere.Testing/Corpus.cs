namespace Belvedere.Testing;

/// <summary>
/// Real rules, dashboards, schemas and test tables of other projects. They are read where they lie: in
/// <c>../shared/corpus</c> beside the checkout, or where <c>BELVEDERE_CORPUS</c> says.
/// </summary>
public static class Corpus
{
    static readonly string Root = Environment.GetEnvironmentVariable("BELVEDERE_CORPUS") is { Length: > 0 } moved
        ? moved
        : System.IO.Path.GetFullPath(System.IO.Path.Combine(Checkout.Root, "..", "shared", "corpus"));

    /// <summary>The absolute path of a file or folder of the corpus; the test is skipped where it is absent.</summary>
    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Root, .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Ignore($"The corpus is not here: {System.IO.Path.Combine(parts)} was looked for in {Root}; BELVEDERE_CORPUS may name another folder.");

        return path;
    }
}
