using System.Text.Json;
using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;

namespace EduAid.Application.Tests.Trials;

/// <summary>The samples that came with the order, to the fen.</summary>
public class SampleTests
{
    [Theory, EveryDatabase]
    public Task The_plain_sample_comes_out_as_expected(TestDatabase on) => RunAsync(on, "plain");

    [Theory, EveryDatabase]
    public Task The_messy_sample_comes_out_as_expected(TestDatabase on) => RunAsync(on, "messy");

    private static async Task RunAsync(TestDatabase on, string name)
    {
        var folder = Path.Combine(SharedFolder(), "sample", name);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json")));
        var root = expected.RootElement;
        await using var county = await CountyFixture.OpenAsync(on);
        (await county.Schools(Sent(folder, "schools.xlsx"))).HasErrors.Should().BeFalse();
        (await county.Specialties(Sent(folder, "specialties.csv"))).HasErrors.Should().BeFalse();
        await county.Registered(Sent(folder, "poverty.xlsx"), partial: true);
        var lists = Directory.EnumerateFiles(Path.Combine(folder, "lists")).Order(StringComparer.Ordinal)
            .Select(path => Sent(folder, Path.Combine("lists", Path.GetFileName(path)))).ToList();
        var outcome = await county.Lists(new ListImport(Invented.Spring2020, lists, Partial: true));
        await county.Admissions(Invented.Autumn2020, Sent(folder, "admissions.xlsx"));
        await county.Generate(Invented.Spring2020);
        await county.Generate(Invented.Autumn2020);

        var pay = await county.PayAsync(Invented.Spring2020);
        pay["university-travel"] = (await county.PayAsync(Invented.Autumn2020))["university-travel"];
        foreach (var programme in root.GetProperty("pay").EnumerateObject())
            Answers.ShouldAgree(
                pay[programme.Name].Select(p => (p.Key, p.Value)), programme.Value.EnumerateObject().Select(p => (p.Name, p.Value.GetInt64())), programme.Name);
        Answers.ShouldAgree(
            await county.HeldAsync(Invented.Spring2020),
            root.GetProperty("review").EnumerateArray().Select(r => (r[0].GetString()!, r[1].GetString()!)), "review");
        Answers.ShouldAgree(
            outcome.Refused(),
            root.GetProperty("reject").EnumerateArray().Select(r => (r[0].GetString()!, r[1].GetString()!, r[2].GetInt32())), "refused rows");
        Answers.ShouldAgree(
            (await county.MissedAsync(Invented.Spring2020)).Where(m => m.Band == AgeBand.Compulsory).Select(m => m.CitizenId),
            root.GetProperty("missed").EnumerateArray().Select(m => m.GetString()!), "missed");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    private static SentFile Sent(string folder, string name) => new(Path.GetFileName(name), () => File.OpenRead(Path.Combine(folder, name)));

    private static string SharedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "sample"))) return shared;
        }
        // A checkout elsewhere, such as a second work tree, is told where the samples lie.
        return Environment.GetEnvironmentVariable("EDUAID_SHARED")
            ?? throw new DirectoryNotFoundException("No folder above the tests holds shared/sample, and EDUAID_SHARED names none.");
    }
}
