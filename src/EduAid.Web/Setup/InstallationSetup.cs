using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Intake;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace EduAid.Web.Setup;

/// <summary>Where the data lie and which county is served. Configuration keys: <c>Data</c>, <c>County</c>, <c>Database</c>, <c>ConnectionStrings:EduAid</c>, <c>Uploads</c>.</summary>
public static class InstallationSetup
{
    public static DataFolder AddInstallation(this WebApplicationBuilder builder)
    {
        var folder = new DataFolder(builder.Configuration["Data"] ?? "data");
        var county = builder.Configuration.GetSection("County").Get<CountySettings>() ?? CountySettings.Default;
        builder.Services.AddSingleton(new BusinessClock(movable: builder.Environment.IsDevelopment()));
        builder.Services.AddEduAid(folder, DatabaseSetup.From(builder.Configuration, folder), county).AddAccounts();
        if (builder.Configuration.GetSection("Uploads").Get<UploadKeeping>() is { KeptDays: > 0 } keeping) builder.Services.AddSingleton(keeping);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder.Keys)).SetApplicationName("EduAid");
        return folder;
    }
}
