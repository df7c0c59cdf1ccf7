namespace EduAid.Domain.Tests.Architecture;

internal static class SourceTree
{
    /// <summary>The folder of the solution, above the tests that run.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EduAid.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("EduAid.sln stands in no folder above the tests.");
    }
}
