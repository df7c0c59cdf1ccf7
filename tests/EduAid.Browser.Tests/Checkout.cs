namespace EduAid.Browser.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>The application's own build output, of the configuration in which the tests were built.</summary>
    public static string Application
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(Root, "src", "EduAid.Web", "bin", framework.Parent!.Name, framework.Name);
        }
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EduAid.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("EduAid.sln stands in no folder above the tests.");
        return folder.FullName;
    }
}
