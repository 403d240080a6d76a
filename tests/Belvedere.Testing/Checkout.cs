namespace Belvedere.Testing;

/// <summary>The checkout that the tests run in.</summary>
public static class Checkout
{
    /// <summary>The folder that holds Generator.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>An absolute path inside the checkout.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Generator.sln")))
                return folder.FullName;

        throw new InvalidOperationException("The tests run inside a checkout: no folder above the test assembly holds Generator.sln.");
    }
}
