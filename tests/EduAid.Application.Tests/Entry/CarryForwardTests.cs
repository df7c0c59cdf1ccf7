using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Schools;
using EduAid.Spreadsheets.Intake;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Entry.EntryCounty;

namespace EduAid.Application.Tests.Entry;

public sealed class CarryForwardTests
{
    [Theory, EveryDatabase]
    public async Task The_last_list_begins_the_new_one_and_every_difference_is_named(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Lists(List("a.csv",
            Row(Child(1)), Row(Child(2), grade: "五年级"), Row(Child(3), grade: "六年级"), Row(Child(4), status: "转出"), Row(Child(5), status: "休学"), Row(Child(6), card: "")));
        (await county.StartAsync("3401", Autumn2020, DraftStart.LastSemester)).Should().Be(new DraftStarted(4, 2));
        var draft = await county.DraftAsync("3401", Autumn2020);
        draft.Lines.Select(l => (l.Line, draft.Text(l.Line, Field.Name), draft.Text(l.Line, Field.Grade), draft.Text(l.Line, Field.Status))).Should().Equal(
            (1, Child(1).Name, "四年级", "在读"), (2, Child(2).Name, "六年级", "在读"), (3, Child(5).Name, "三年级", "休学"), (4, Child(6).Name, "四年级", "在读"));
        draft.Check.Faulty.Should().Be(0);

        var unchanged = await DifferenceAsync(county);
        (unchanged.Came.Count, unchanged.Left.Count, unchanged.Boarding.Count, unchanged.Card.Count).Should().Be((0, 0, 0, 0));
        unchanged.Finished.Select(p => p.Name).Should().Equal(Child(3).Name);
        unchanged.Gone.Select(p => p.Name).Should().Equal(Child(4).Name);

        await county.SaveAsync("3401", Autumn2020,
            Cell(1, 1, Field.Boarding, "否"), Cell(2, 1, Field.Card, Child(20).Card), Typed(5, Child(21)),
            new RowEdit(3, 1, draft.Columns.ToDictionary(c => c, _ => ""), new Dictionary<Field, string>()), Cell(4, 1, Field.Card, Child(6).Card));
        var changed = await DifferenceAsync(county);
        changed.Came.Select(p => p.Name).Should().Equal(Child(21).Name);
        changed.Left.Select(p => p.Name).Should().Equal(Child(5).Name);
        changed.Boarding.Select(p => p.Name).Should().Equal(Child(1).Name);
        changed.Card.Select(p => p.Name).Should().Equal(Child(2).Name, Child(6).Name);
    }

    [Theory, EveryDatabase]
    public async Task In_spring_the_grade_stays_and_typed_rows_are_not_overwritten_unasked(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Lists(new ListImport(Autumn2020, [ListOf("a.csv", Children(1, 3))]));
        var spring = Autumn2020.Next;
        await county.SaveAsync("3401", spring, Typed(1, Child(9)));
        (await county.StartAsync("3401", spring, DraftStart.LastSemester)).Refusal.Should().Be(DraftRefusal.HasRows);
        (await county.DraftAsync("3401", spring)).Lines.Should().HaveCount(1);
        (await county.StartAsync("3401", spring, DraftStart.LastSemester, discard: true)).Rows.Should().Be(3);
        var draft = await county.DraftAsync("3401", spring);
        draft.Lines.Select(l => draft.Text(l.Line, Field.Grade)).Should().Equal("三年级", "三年级", "三年级");
        (await county.StartAsync("3402", spring, DraftStart.LastSemester)).Refusal.Should().Be(DraftRefusal.NoList);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_heading_of_the_schools_own_is_asked_about_once(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (school, scope) = (await county.SchoolAsync("3401"), await county.ScopeAsync("3401"));
        string[][] block = [["某校名单"], ["序号", "姓名", "公民号", "年级", "政治面貌", "社保卡号"], ["1", "林甲", Child(1).Id, "三年级", "群众", Child(1).Card], ["合计", "1", "", "", "", ""]];
        var asked = await ReadAsync();
        asked.Rows.Should().HaveCount(1);
        asked.Columns.Where(c => c.Asked).Select(c => c.Heading).Should().Equal("公民号", "政治面貌");
        asked.Columns.Single(c => c.Heading == "社保卡号").Field.Should().Be(Field.Card);
        asked.Columns.Single(c => c.Heading == "公民号").Sample.Should().NotBe(Child(1).Id).And.Contain("*");
        (await county.Do(s => s.Get<RememberHeadings>().RunAsync(SchoolClerk, school, new Dictionary<string, Field?> { ["公民号"] = Field.CitizenId, ["政治面貌"] = null }, CountyFixture.Stop), scope)).Should().BeTrue();
        var known = await ReadAsync();
        known.Columns.Should().NotContain(c => c.Asked);
        known.Columns.Single(c => c.Heading == "公民号").Field.Should().Be(Field.CitizenId);
        (await county.Do(s => s.Get<RememberHeadings>().ForgetAsync(SchoolClerk, school, CountyFixture.Stop), scope)).Should().BeTrue();
        (await ReadAsync()).Columns.Count(c => c.Asked).Should().Be(2, "said wrongly, it can be said again");
        var second = await county.SchoolAsync("3402");
        (await county.Do(s => s.Get<ReadPaste>().RunAsync(second, SchoolKind.Primary, block, CountyFixture.Stop), await county.ScopeAsync("3402"))).Columns.Should().Contain(c => c.Asked);
        (await county.Do(s => s.Get<RememberHeadings>().RunAsync(SchoolClerk, second, new Dictionary<string, Field?> { ["公民号"] = Field.CitizenId }, CountyFixture.Stop), scope)).Should().BeFalse();

        Task<PastedReading> ReadAsync() => county.Do(s => s.Get<ReadPaste>().RunAsync(school, SchoolKind.Primary, block, CountyFixture.Stop), scope);
    }

    private static async Task<TermChanges> DifferenceAsync(CountyFixture county)
    {
        var school = await county.SchoolAsync("3401");
        return (await county.Do(s => s.Get<TermDifference>().OfAsync(school, Autumn2020, SchoolKind.Primary, CountyFixture.Stop), await county.ScopeAsync("3401")))!;
    }
}
