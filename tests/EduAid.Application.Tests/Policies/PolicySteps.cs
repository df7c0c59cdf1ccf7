using EduAid.Application.Documents;
using EduAid.Application.Enrolments;
using EduAid.Application.Policies;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Policies;

internal static class PolicySteps
{
    /// <summary>The semester of the fixture's day.</summary>
    public static readonly Semester Now = Semester.Autumn(2026);

    public static readonly PolicyDraft Draft = new("preschool.annual-amount", Now, "1000", "县教〔2026〕18号", "第二条", "省级标准提高");

    /// <summary>Lists of two semesters: a kindergarten, boarders and day pupils of two schools, a senior-high school and a vocational one.</summary>
    public static async Task<CountyFixture> WithListsAsync(TestDatabase on)
    {
        var county = await OpenAsync(on);
        await county.Schools(Invented.SchoolsFile);
        await county.Specialties(Invented.SpecialtiesFile);
        var (small, pupils, juniors, seniors, trade) = (Invented.Children(1, 4, "2022-03-05"), Invented.Children(11, 6, "2016-03-05"), Invented.Children(21, 4, "2012-03-05"),
            Invented.Children(31, 3, "2009-03-05"), Invented.Children(41, 4, "2009-05-05"));
        await county.Registered(Invented.RegisteredOf("registered.csv", [.. small.Take(3), .. pupils.Take(5), .. juniors, .. seniors, .. trade.Take(2)]), Semester.Spring(2020));
        foreach (var semester in new[] { Now.Previous, Now })
            await county.Lists(new ListImport(semester,
            [
                Invented.ListOf("kindergarten.csv", small, Invented.Kindergarten, "中班"),
                Invented.List("first.csv", pupils.Select((c, i) => Invented.Row(c, Invented.First, boarding: i % 2 == 0 ? "是" : "否"))),
                Invented.List("junior.csv", juniors.Select((c, i) => Invented.Row(c, Invented.Junior, i % 2 == 0 ? "七年级" : "九年级", boarding: i < 2 ? "是" : "否"))),
                Invented.ListOf("senior.csv", seniors, Invented.Senior, "高一"),
                Invented.List("vocational.csv", trade.Select(c => Invented.Row(c, Invented.Vocational, "中职一年级", specialty: "汽车维修", fullTime: "是", household: "农村"))),
            ]));
        return county;
    }

    public static Task<(Guid? Proposal, PolicyRefusal? Refusal)> ProposeAsync(this CountyFixture county, PolicyDraft draft) =>
        county.Do(s => s.Get<ProposePolicy>().RunAsync(Staff.Officer, draft, Stop));

    public static async Task<Guid> ProposedAsync(this CountyFixture county, PolicyDraft draft)
    {
        var (proposal, refusal) = await county.ProposeAsync(draft);
        refusal.Should().BeNull();
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.Officer, new(DocumentSubject.Policy, $"{proposal}", null, "scan.pdf", "%PDF-1.4 县教〔2026〕18号"u8.ToArray()), Stop))).Should().BeNull();
        return proposal!.Value;
    }

    public static Task<(PolicyRefusal? Refusal, IReadOnlyList<CaseResult> Failing)> PublishAsync(this CountyFixture county, Guid proposal) =>
        county.Do(s => s.Get<PublishPolicy>().RunAsync(Staff.Director, proposal, Stop));

    /// <summary>Gives every failing case the amount that the rules find.</summary>
    public static async Task SupersedeAllAsync(this CountyFixture county, Guid proposal)
    {
        foreach (var result in (await county.PublishAsync(proposal)).Failing)
            (await county.Do(s => s.Get<SupersedeCase>().RunAsync(Staff.Officer, proposal, result.Case.Key, result.Found!.Value, Stop))).Should().BeNull();
    }

    public static Task<PolicyEffect> EffectAsync(this CountyFixture county, params ParameterValue[] changes) => county.Do(s => s.Get<PolicyEffects>().OfAsync(changes, Stop));

    public static ParameterValue Value(string parameter, string value, Unit unit) => new(parameter, Now, value, unit, "县教〔2026〕18号", "第二条", new(2026, 11, 24));
}
