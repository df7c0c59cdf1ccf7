using EduAid.Application.Documents;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Policies.PolicySteps;

namespace EduAid.Application.Tests.Policies;

public class ProposalTests
{
    [Theory, EveryDatabase]
    public async Task A_value_comes_into_force_by_two_people_with_its_scan_and_its_cases(TestDatabase on)
    {
        await using var county = await WithListsAsync(on);
        var id = (await county.ProposeAsync(Draft)).Proposal!.Value;
        (await county.ProposeAsync(Draft)).Refusal.Should().Be(PolicyRefusal.AlreadyProposed);
        (await county.Do(s => s.Get<PublishPolicy>().RunAsync(Staff.Officer, id, Stop))).Refusal.Should().Be(PolicyRefusal.NotYourRole);
        (await county.Do(s => s.Get<PublishPolicy>().RunAsync(Staff.Director with { Name = Staff.Officer.Name }, id, Stop))).Refusal.Should().Be(PolicyRefusal.SamePerson, "one person in two roles");
        (await county.PublishAsync(id)).Refusal.Should().Be(PolicyRefusal.ScanMissing);
        await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.Officer, new(DocumentSubject.Policy, $"{id}", null, "scan.pdf", "%PDF-1.4"u8.ToArray()), Stop));

        var (refusal, failing) = await county.PublishAsync(id);
        refusal.Should().Be(PolicyRefusal.CasesFail);
        failing.Select(f => f.Case.Key).Should().BeEquivalentTo("preschool-public", "preschool-inclusive");
        (await county.Do(s => s.Get<SupersedeCase>().RunAsync(Staff.SecondOfficer, id, "preschool-public", Money.FromYuan(500), Stop))).Should().Be(PolicyRefusal.NotYourRole, "the proposer's alone");
        (await county.Do(s => s.Get<SupersedeCase>().RunAsync(Staff.Officer, id, "preschool-private", Money.FromYuan(500), Stop))).Should().Be(PolicyRefusal.CaseWrong, "it passes as it stands");
        await county.Do(s => s.Get<SupersedeCase>().RunAsync(Staff.Officer, id, "preschool-public", Money.FromYuan(499), Stop));
        (await county.PublishAsync(id)).Failing.Should().HaveCount(2, "a wrong amount does not help");
        await county.SupersedeAllAsync(id);
        (await county.PublishAsync(id)).Refusal.Should().BeNull();
        (await county.PublishAsync(id)).Refusal.Should().Be(PolicyRefusal.WrongState);

        (await InForceAsync(county, Now)).Should().Be("1000");
        (await InForceAsync(county, Now.Previous)).Should().Be("800");
        var cases = await county.Do(s => PolicyCases.LoadAsync(s.Db, Stop));
        cases.Where(c => c.Programme.Code == "preschool" && c.Expected > Money.Zero).Select(c => $"{c.From}–{c.Until} {c.Expected}").Order().Should()
            .Equal("2020-spring–2026-autumn 400.00", "2020-spring–2026-autumn 400.00", "2026-autumn– 500.00", "2026-autumn– 500.00");
        WorkedCases.Run(cases, [.. await county.Do(s => PolicyBook.ValuesAsync(s.Db, Stop))], Semester.Always).Should().OnlyContain(r => r.Passes);
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("policy.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync())).Should()
            .StartWith("policy.propose").And.EndWith("policy.publish");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory]
    [InlineData(" 700 ", "700")]
    [InlineData("1,2", "1,2")]
    [InlineData("1\uFF0C2\u30013", "1,2,3")]
    [InlineData(null, "")]
    public void A_list_is_typed_with_whatever_comma_the_keyboard_has(string? typed, string kept) => PolicyDraft.Typed(typed).Should().Be(kept);

    public static TheoryData<string, PolicyDraft, PolicyRefusal> Wrong => new()
    {
        { "no such parameter", Draft with { Parameter = "preschool.gift" }, PolicyRefusal.ParameterUnknown },
        { "no amount", Draft with { Value = "viel" }, PolicyRefusal.ValueWrong },
        { "half of it is no whole fen", Draft with { Value = "800.01" }, PolicyRefusal.ValueWrong },
        { "a percentage above all", Draft with { Parameter = "compulsory-living.non-boarder-percent", Value = "101" }, PolicyRefusal.ValueWrong },
        { "33 % of it leaves a part of a fen", Draft with { Parameter = "compulsory-living.boarder.primary", Value = "1000.02" }, PolicyRefusal.ValueTogether },
        { "a semester that is over", Draft with { From = Now.Previous }, PolicyRefusal.SemesterPast },
        { "as it is", Draft with { Value = "800" }, PolicyRefusal.NothingChanged },
        { "without a document", Draft with { Document = " " }, PolicyRefusal.DocumentMissing },
        { "without a clause", Draft with { Clause = "" }, PolicyRefusal.DocumentMissing },
        { "without a reason", Draft with { Reason = " " }, PolicyRefusal.ReasonMissing },
    };

    [Fact]
    public async Task What_cannot_be_in_force_is_not_proposed()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        foreach (var (why, draft, refusal) in Wrong.Select(r => ((string)r[0], (PolicyDraft)r[1], (PolicyRefusal)r[2])))
            (await county.ProposeAsync(draft)).Refusal.Should().Be(refusal, why);
        (await county.Do(s => s.Get<ProposePolicy>().RunAsync(Staff.Director, Draft, Stop))).Refusal.Should().Be(PolicyRefusal.NotYourRole);
        (await county.Do(s => s.Db.PolicyProposals.CountAsync())).Should().Be(0);
        (await county.ProposeAsync(Draft with { Parameter = "senior-high-tuition.unstated", Value = "600" })).Refusal.Should().BeNull("a parameter without a value waits for one");
    }

    [Fact]
    public async Task A_proposal_ends_with_a_reason_and_makes_room_for_another()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var first = (await county.ProposeAsync(Draft)).Proposal!.Value;
        (await county.Do(s => s.Get<WithdrawPolicy>().RunAsync(Staff.SecondOfficer, first, "不是我的", Stop))).Should().Be(PolicyRefusal.NotYourRole);
        (await county.Do(s => s.Get<WithdrawPolicy>().RunAsync(Staff.Officer, first, " ", Stop))).Should().Be(PolicyRefusal.ReasonMissing);
        (await county.Do(s => s.Get<WithdrawPolicy>().RunAsync(Staff.Officer, first, "文号有误", Stop))).Should().BeNull();
        var second = (await county.ProposeAsync(Draft)).Proposal!.Value;
        (await county.Do(s => s.Get<RefusePolicy>().RunAsync(Staff.Officer, second, "不同意", Stop))).Should().Be(PolicyRefusal.NotYourRole);
        (await county.Do(s => s.Get<RefusePolicy>().RunAsync(Staff.Director, second, "等正式文件", Stop))).Should().BeNull();
        (await county.PublishAsync(second)).Refusal.Should().Be(PolicyRefusal.WrongState);
        (await county.Do(s => s.Db.PolicyProposals.OrderBy(p => p.ProposedAt).Select(p => new { p.State, p.Remark }).ToListAsync())).Select(p => (p.State, p.Remark)).Should()
            .Equal((ProposalState.Withdrawn, "文号有误"), (ProposalState.Refused, "等正式文件"));
        (await InForceAsync(county, Now)).Should().Be("800");
    }

    [Fact]
    public async Task A_value_is_asked_about_again_each_school_year()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var since = CheckPolicies.YearBegan(new(2026, 11, 24));
        since.Should().Be(new DateOnly(2026, 8, 1));
        CheckPolicies.YearBegan(new(2027, 7, 31)).Should().Be(since);
        (await Unchecked()).Should().Contain(["preschool.annual-amount", "preschool.sponsors"]);
        (await county.Do(s => s.Get<CheckPolicies>().RunAsync(Staff.Officer, ["preschool.annual-amount"], "省教育厅2026年秋季资助标准", Stop))).Should().BeNull();
        (await Unchecked()).Should().NotContain("preschool.annual-amount").And.Contain("preschool.sponsors");
        (await county.Do(s => PolicyBook.LoadAsync(s.Db, Now, Stop))).Require("preschool.annual-amount").CheckedOn.Should().Be(new DateOnly(2026, 11, 24));
        (await county.Do(s => CheckPolicies.Unchecked(s.Db, Now.Next.Next, new(2027, 8, 1)).ToListAsync())).Should().Contain("preschool.annual-amount", "the next school year asks again");
        (await county.Do(s => s.Get<CheckPolicies>().RunAsync(Staff.Director, ["preschool.sponsors"], "文件", Stop))).Should().Be(PolicyRefusal.NotYourRole);
        (await county.Do(s => s.Get<CheckPolicies>().RunAsync(Staff.Officer, ["preschool.sponsors"], "", Stop))).Should().Be(PolicyRefusal.ReasonMissing);
        (await county.Do(s => s.Get<CheckPolicies>().RunAsync(Staff.Officer, ["nothing"], "文件", Stop))).Should().Be(PolicyRefusal.ParameterUnknown);

        Task<List<string>> Unchecked() => county.Do(s => CheckPolicies.Unchecked(s.Db, Now, since).ToListAsync());
    }

    [Fact]
    public async Task A_case_is_kept_where_the_rules_agree_with_it()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var asked = new WorkedCase("", Programme.Find("compulsory-living")!, Now, null, new(Stage.Junior, 2, true, Sponsor.Public, Tier.Unstated, "已脱贫", null, null, null, false), Money.FromYuan(700));
        var (refusal, found) = await Add(asked);
        (refusal, found!.Found).Should().Be((PolicyRefusal.CaseWrong, Money.FromYuan(750)));
        (await Add(asked with { Expected = Money.FromYuan(750) })).Refusal.Should().BeNull();
        (await county.Do(s => s.Db.PolicyCases.CountAsync(c => c.By == Staff.Officer.Name))).Should().Be(1);
        (await county.Do(s => s.Get<AddPolicyCase>().RunAsync(Staff.Director, asked, Stop))).Refusal.Should().Be(PolicyRefusal.NotYourRole);

        Task<(PolicyRefusal? Refusal, CaseResult? Found)> Add(WorkedCase worked) => county.Do(s => s.Get<AddPolicyCase>().RunAsync(Staff.Officer, worked, Stop));
    }

    [Fact]
    public async Task A_school_sees_no_proposal()
    {
        await using var county = await WithListsAsync(TestDatabase.Sqlite);
        await county.ProposeAsync(Draft);
        var school = await county.Do(s => s.Db.Schools.Select(x => x.Id).FirstAsync());
        (await county.Do(s => s.Db.PolicyProposals.CountAsync(), Scope.OfSchools(county.County, school))).Should().Be(0);
        (await county.Do(s => s.Db.PolicyProposals.CountAsync())).Should().Be(1);
    }

    private static async Task<string> InForceAsync(CountyFixture county, Semester semester) =>
        (await county.Do(s => PolicyBook.LoadAsync(s.Db, semester, Stop))).Require("preschool.annual-amount").Value;
}
