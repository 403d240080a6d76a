using Belvedere.Testing;

namespace Belvedere.Package.Tests;

/// <summary>The real SDK, as a user calls it.</summary>
static class Sdk
{
    public static ToolResult Run(string folder, IEnumerable<string> arguments, string packages, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // What the outer `dotnet test` sets for itself must not reach the inner one.
        var clean = new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = packages,
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["MSBUILDTERMINALLOGGER"] = "off",
            ["MSBuildSDKsPath"] = null,
            ["MSBUILD_EXE_PATH"] = null,
            ["MSBuildExtensionsPath"] = null,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            clean[name] = value;
        return Tool.Require("dotnet").Run(arguments, folder, environment: clean);
    }
}
