using System.Data.Common;
using System.Security.Cryptography;
using EduAid.Application.Setup;

namespace EduAid.Web.Setup;

/// <summary>Something that whoever starts the application has to mend first; its message is one line for them.</summary>
public sealed class CannotStartException(string line) : Exception(line);

/// <summary>What keeps the application from starting, in one line. What is not foreseen here stays an exception with its stack.</summary>
public static class StartUpFault
{
    public static void RequireSeeds()
    {
        if (!Directory.Exists(Path.Combine(Seeds.Folder, "policies")))
            throw new CannotStartException($"缺少 seeds 文件夹,请重新生成或重新安装。 The seeds folder is missing, build or install again: {Seeds.Folder}");
    }

    /// <returns>The line, or null for a fault that needs its stack.</returns>
    public static string? Line(Exception failure) => failure switch
    {
        CannotStartException fault => fault.Message,
        UnauthorizedAccessException => $"数据文件夹不可写。 The data folder can't be written: {failure.Message}",
        IOException => $"无法启动。 Can't start: {failure.Message}",
        DbException => $"数据库不可用。 The database can't be used: {failure.Message}",
        CryptographicException => $"密钥文件不可用。 The key file can't be used: {failure.Message}",
        ArgumentException => $"设置有误。 A setting is wrong: {failure.Message}",
        _ => null,
    };
}
