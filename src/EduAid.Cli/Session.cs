using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Cli;

/// <summary>One call of the program: its global options, its services and how it speaks.</summary>
internal sealed class Session
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _data;

    public Session(string data, bool json, string language)
    {
        _data = data;
        Json = json;
        Words = Words.In(CultureInfo.GetCultureInfo(language));
    }

    public static Session Current { get; set; } = null!;

    public bool Json { get; }

    public Words Words { get; }

    /// <summary>The operating system's account, with <c>cli</c>.</summary>
    public Actor Actor { get; } = new($"{Environment.UserName} cli", "cli", "cli");

    public DataFolder Folder => field ??= new DataFolder(_data);

    /// <summary>Services without any check; <c>init</c> and <c>restore</c> start from them.</summary>
    public ServiceProvider Provider()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var county = configuration.GetSection("County").Get<CountySettings>() ?? CountySettings.Default;
        return new ServiceCollection().AddEduAid(Folder, DatabaseSetup.From(configuration, Folder), county).BuildServiceProvider();
    }

    /// <summary>Runs a command in the scope of the whole county.</summary>
    /// <param name="alone">Nothing else may work with the data folder meanwhile.</param>
    public async Task<int> RunAsync(Func<EduAidServices, Task<int>> command, bool alone = false)
    {
        if (!Directory.Exists(_data) || !KeyRing.ExistsIn(Folder)) throw new InvalidOperationException(Words["Cli.NotInitialised"]);
        using var used = alone ? FolderLock.TryUseAlone(Folder) : FolderLock.TryUse(Folder);
        if (used is null) throw new InvalidOperationException(Words[alone ? "Cli.InUse" : "Cli.InUseAlone", Folder.Path]);
        await using var provider = Provider();
        await using var services = new EduAidServices(provider.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(provider.GetRequiredService<CountySettings>().Code);
        return await command(services);
    }

    public static void WriteJson(object document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, JsonOptions));

    public static void Say(string text) => Console.Out.WriteLine(text);

    /// <summary>Writes a file beside the target first, so that a failure leaves no half file under the asked name.</summary>
    public static async Task WriteFileAsync(string target, Func<Stream, Task> write)
    {
        var draft = target + ".part";
        await using (var file = File.Create(draft)) await write(file);
        File.Move(draft, target, overwrite: true);
    }

    /// <summary>A listing that names citizen IDs in full is a reveal, and in the trail.</summary>
    public Task RevealedAsync(EduAidServices services, string action, string subject, int count) =>
        services.Work.RecordAsync(Actor, action, subject, new { Revealed = count }, CancellationToken.None);

    public Semester ParseSemester(string text) =>
        Semester.TryParse(text, out var semester) ? semester : throw new UsageException(Words["Cli.UnknownSemester", text]);

    public Programme? ParseProgramme(string? code) =>
        code is null ? null : Programme.Find(code) ?? throw new UsageException(Words["Cli.UnknownProgramme", code]);

    public void RequireFile(string path)
    {
        if (!File.Exists(path)) throw new UsageException(Words["Cli.FileNotFound", path]);
    }
}
