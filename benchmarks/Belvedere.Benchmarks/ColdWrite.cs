using System.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;

namespace Belvedere.Benchmarks;

/// <summary>
/// The objects of a hub made and written by a process that has done nothing yet: what a benchmark that warms up does not tell.
/// </summary>
static class ColdWrite
{
    const int Objects = 120;

    public static void Run()
    {
        var watch = Stopwatch.StartNew();
        var bytes = YamlWriter.AllToUtf8(Enumerable.Range(0, Objects).Select(number => (Node)KubernetesBenchmarks.Made(number).ToNode())).Length;
        Console.WriteLine(FormattableString.Invariant($"{Objects} objects, {bytes} bytes: {watch.Elapsed.TotalMilliseconds:F1} ms"));
    }
}
