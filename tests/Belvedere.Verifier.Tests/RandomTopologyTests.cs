using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Belvedere.Sources;
using Belvedere.Verifier.Tests.Generation;

namespace Belvedere.Verifier.Tests;

/// <summary>Nothing is wrong in what the compiler makes of topologies that nobody thought of.</summary>
public class RandomTopologyTests
{
    /// <summary>How many topologies are judged; more by the environment, for a long run.</summary>
    static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("BELVEDERE_TOPOLOGIES"), CultureInfo.InvariantCulture, out var count) ? count : 500;

    /// <summary>Secrets that the documentation asks for where a topology names none.</summary>
    static readonly HashSet<string> Documented = ["receive-server-tls", "alertmanager-server-tls", "grafana-admin", "grafana-tls", "hub-remote-write", "query-server-tls", "query-client-tls"];

    [Test]
    public void Random_topologies_have_no_findings()
    {
        var documents = new Documents();
        using var project = ProjectFolder.Write();
        var sources = new SourceFiles(project.Root);
        var refused = new ConcurrentBag<string>();
        var judged = 0;
        var findings = Enumerable.Range(1, Count * 2).AsParallel().AsOrdered()
            .Select(number => (Number: number, Result: Compiler.Compile(RandomTopology.Of(number), new() { Sources = sources })))
            .Where(made =>
            {
                if (!made.Result.Succeeded)
                    refused.Add($"{made.Number}: {string.Join("; ", made.Result.Diagnostics.Where(diagnostic => diagnostic.Severity is Diagnostics.DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Descriptor.Code} {diagnostic.Message}").Distinct())}");
                return made.Result.Succeeded;
            })
            .Take(Count)
            .SelectMany(made =>
            {
                Interlocked.Increment(ref judged);
                var repository = new Repository(made.Result.Repository.Files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span)), documents);
                return RepositoryVerifier.Judge(repository, name => name.StartsWith(RandomValues.Existing, StringComparison.Ordinal) || Documented.Contains(name)).Select(finding => $"topology {made.Number}: {finding}");
            })
            .ToList();

        TestContext.Out.WriteLine($"{judged} judged, {refused.Count} refused");
        foreach (var reason in refused.Take(60))
            TestContext.Out.WriteLine(reason);
        Assert.That(judged, Is.EqualTo(Count), "too many topologies are refused by the compiler");
        Assert.That(findings, Is.Empty, () => $"{findings.Count} findings:\n" + string.Join("\n", findings.Take(100)));
    }
}
