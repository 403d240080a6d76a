using Belvedere.Testing;

namespace Belvedere.Package.Tests;

/// <summary>A config project in an empty folder that references the packed package.</summary>
sealed class FleetProject
{
    /// <summary>Reads files by a pattern, so that there is something to read, to list and to write.</summary>
    public const string Program = """
        using Belvedere;

        return Fleet.Run(args, () => new MonitoringTopology("test")
        {
            Hub = new("hub", Platform.Kubernetes("1.33")) { Querier = new() },
            Objects = [Also.OnHub("extra/*.yaml")],
        });
        """;

    static int count;

    public FleetProject(string program = Program, string properties = "", string framework = "<TargetFramework>net10.0</TargetFramework>", string items = "", string condition = "", string name = "fleet")
    {
        Name = name;
        Folder = Path.Combine(Feed.Folder, "projects", FormattableString.Invariant($"{Interlocked.Increment(ref count)}"), name);
        Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {framework}
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Belvedere" Version="{Feed.Version}" {condition} />
                {items}
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", program);
        Write("extra/one.yaml", ConfigMap("one"));
    }

    public string Name { get; }

    public string Folder { get; }

    public string Stamp => File("obj", "Debug", "net10.0", "belvedere.stamp");

    /// <summary>The files of the repository that hold objects, relative to it.</summary>
    public IReadOnlyList<string> Manifests => Directory.Exists(File("manifests"))
        ? [.. Directory.EnumerateFiles(File("manifests"), "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(File("manifests"), file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The one file of the repository whose path contains a text.</summary>
    public string Manifest(string part) => File("manifests", Manifests.Single(file => file.Contains(part, StringComparison.Ordinal)));

    public string File(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(path))!);
        System.IO.File.WriteAllText(File(path), content);
    }

    public static string ConfigMap(string name) => $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\n  namespace: monitoring\ndata:\n  key: {name}\n";

    /// <summary>`dotnet build` with more arguments.</summary>
    public ToolResult Build(params string[] arguments) => Dotnet(["build", .. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false"]);

    /// <summary>A build that must succeed.</summary>
    public ToolResult Builds(params string[] arguments)
    {
        var built = Build(arguments);
        Assert.That(built.ExitCode, Is.Zero, built.Everything);
        return built;
    }

    /// <summary>A build that must fail with this as its only error.</summary>
    public ToolResult Fails(string code, params string[] arguments)
    {
        var built = Build(arguments);
        Assert.That(built.ExitCode, Is.EqualTo(1), built.Everything);
        Assert.That(Codes(built, "error"), Is.EqualTo(new[] { code }), built.Everything);
        return built;
    }

    public ToolResult Dotnet(IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null) =>
        Sdk.Run(folder ?? Folder, arguments, Path.Combine(Feed.Folder, "packages"), environment);

    /// <summary>The distinct codes of a severity, as the console shows them.</summary>
    public static IReadOnlyList<string> Codes(ToolResult built, string severity) =>
        [.. System.Text.RegularExpressions.Regex.Matches(built.Output, $@": {severity} ([A-Z]+\d+)").Select(match => match.Groups[1].Value).Distinct()];
}
