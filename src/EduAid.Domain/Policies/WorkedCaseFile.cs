using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Policies;

/// <summary>Reads the worked cases of <c>seeds/policies/cases</c>, one file a programme.</summary>
public static class WorkedCaseFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="FormatException">The file is none of worked cases; the message names the case.</exception>
    public static IReadOnlyList<WorkedCase> Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<CaseFile>(json, Options) ?? throw new FormatException("The file of cases is empty.");
            var programme = Programme.Find(file.Programme) ?? throw new FormatException($"{file.Programme} is no programme.");
            return [.. file.Cases.Select(c => Case(programme, c))];
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static WorkedCase Case(Programme programme, CaseEntry entry) => new(
        entry.Case, programme, Term(entry, entry.From), entry.Until is { } until ? Term(entry, until) : null,
        new(entry.Stage, entry.Grade, entry.Boarding, entry.Sponsor, entry.Tier, entry.Category,
            entry.Fee is { } fee ? new SpecialtyFee("—", Yuan(entry, fee), "") : null, entry.FullTime, entry.Household, entry.OutsideProvince),
        Yuan(entry, entry.Due));

    private static Semester Term(CaseEntry entry, string text) =>
        Semester.TryParse(text, out var semester) ? semester : throw new FormatException($"{entry.Case}: semester {text} is unknown.");

    private static Money Yuan(CaseEntry entry, string text) => Money.Parse(text) ?? throw new FormatException($"{entry.Case}: {text} is no amount.");

    private sealed record CaseFile(string Programme, IReadOnlyList<CaseEntry> Cases);

    /// <param name="Fee">Yuan a semester, of a vocational specialty.</param>
    /// <param name="Due">Yuan; 0 where nothing is due.</param>
    private sealed record CaseEntry(
        string Case, string From, string Due, Stage? Stage = null, int Grade = 1, bool? Boarding = null, Sponsor Sponsor = Sponsor.Public, Tier Tier = Tier.Unstated,
        string? Category = null, string? Fee = null, bool? FullTime = null, HouseholdType? Household = null, bool OutsideProvince = false, string? Until = null);
}
