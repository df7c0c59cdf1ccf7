using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Intake;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Entry.EntryCounty;

namespace EduAid.Application.Tests.Entry;

public sealed class DraftTests
{
    [Theory, EveryDatabase]
    public async Task Rows_with_errors_stay_as_they_were_typed_and_are_checked_like_an_upload(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var wrong = Child(2).Id[..17] + (Child(2).Id[17] == '1' ? '2' : '1');
        var saved = await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)), Typed(2, Child(2), id: wrong), Typed(3, Child(3), boarding: ""), Typed(5, Child(5), grade: "十年级"));
        saved.Check.Acceptable.Should().Be(1);
        saved.Check.Faulty.Should().Be(3);

        var draft = await county.DraftAsync("3401", Spring2020);
        draft.Draft!.Rows.Should().Be(4);
        draft.Draft.Faulty.Should().Be(3);
        draft.Text(2, Field.Name).Should().Be(Child(2).Name);
        draft.Check.Lines.SelectMany(l => l.Problems.Select(p => (l.Line, p.Field, p.Problem.Code))).Should().BeEquivalentTo(new (int, Field?, string)[]
        {
            (2, Field.CitizenId, FindingCodes.IdChecksum), (3, Field.Boarding, FindingCodes.BoardingUnknown), (5, Field.Grade, FindingCodes.GradeUnknown),
        });

        // The very same rows in a file say the very same.
        var batch = await county.Do(s => s.Get<ImportEnrolments>().PreviewAsync(new(Spring2020,
            [List("same.csv", Row(Child(1)), Row(Child(2) with { Id = wrong }), Row(Child(3), boarding: ""), Row(Child(5), grade: "十年级"))]), CountyFixture.Stop));
        batch.Batch.Rows[0].SelectMany(r => r.Problems).Select(p => p.Code).Should().BeEquivalentTo(draft.Check.Lines.SelectMany(l => l.Problems).Select(p => p.Problem.Code));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_a_draft_lies_in_clear_and_what_is_shown_of_it_is_masked(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)));
        var draft = await county.DraftAsync("3401", Spring2020);
        draft.Text(1, Field.CitizenId).Should().Contain("*").And.NotBe(Child(1).Id);
        draft.Text(1, Field.Card).Should().Contain("*");
        var row = await county.Do(s => s.Db.ListDraftRows.SingleAsync());
        foreach (var secret in new[] { Child(1).Id, Child(1).Card, Child(1).Name }) row.CellsCipher.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).Should().Be(-1);
        if (on != TestDatabase.Sqlite) return;
        foreach (var path in Directory.EnumerateFiles(county.Folder.Path, "*", SearchOption.AllDirectories))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Child(1).Id)).Should().Be(-1, path);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Child(1).Card)).Should().Be(-1, path);
        }
    }

    [Theory, EveryDatabase]
    public async Task Of_two_people_in_one_row_the_second_is_told_and_writes_nothing(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)), Typed(2, Child(2)));
        await county.SaveAsync("3401", Spring2020, Cell(1, 1, Field.Class, "2班"));
        var late = await county.SaveAsync("3401", Spring2020, Cell(1, 1, Field.Class, "3班"), Cell(2, 1, Field.Class, "4班"), Typed(2, Child(9)) with { Line = 3, Version = 7 });
        late.Conflicts.Select(c => c.Line).Should().Equal(1, 3);
        late.Conflicts[0].Version.Should().Be(2);
        late.Lines.Select(l => l.Line).Should().Equal(2);
        var draft = await county.DraftAsync("3401", Spring2020);
        draft.Text(1, Field.Class).Should().Be("2班");
        draft.Text(2, Field.Class).Should().Be("4班");
        draft.Lines.Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task Of_savings_at_the_same_moment_none_is_lost_and_none_overwrites_another(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)));
        var savings = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => county.SaveAsync("3401", Spring2020, Cell(1, 1, Field.Class, $"{n}班"), Typed(n + 2, Child(n + 2)))));
        savings.Count(s => s.Conflicts.Count == 0).Should().Be(1);
        var draft = await county.DraftAsync("3401", Spring2020);
        draft.Lines.Select(l => l.Line).Should().Equal(1, 2, 3, 4, 5);
        draft.Lines[0].Version.Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task Another_schools_draft_is_neither_read_nor_written_nor_started(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)));
        var (first, second) = (await county.SchoolAsync("3401"), await county.ScopeAsync("3402"));
        (await county.Do(s => s.Get<OpenDraft>().RunAsync(first, Spring2020, CountyFixture.Stop), second)).Should().BeNull();
        (await county.Do(s => s.Get<SaveDraft>().RunAsync(SchoolClerk, first, Spring2020, [Typed(2, Child(2))], CountyFixture.Stop), second)).Should().BeNull();
        (await county.Do(s => s.Get<StartDraft>().RunAsync(SchoolClerk, first, Spring2020, DraftStart.Blank, true, CountyFixture.Stop), second)).Refusal.Should().Be(DraftRefusal.NotFound);
        (await county.Do(s => s.Get<SendDraft>().RunAsync(SchoolClerk, first, Spring2020, CountyFixture.Stop), second)).Refusal.Should().Be(DraftRefusal.NotFound);
        (await county.Do(s => s.Get<RevealDraftCell>().RunAsync(SchoolClerk, Role.SchoolClerk, first, Spring2020, 1, Field.CitizenId, CountyFixture.Stop), second)).Should().BeNull();
        (await county.Do(s => s.Db.ListDrafts.CountAsync(), second)).Should().Be(0);
        (await county.Do(s => s.Db.ListDraftRows.CountAsync(), second)).Should().Be(0);
        (await county.Do(s => s.Db.ListDrafts.CountAsync(), await county.ScopeAsync("3401"))).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task A_cell_is_shown_in_full_by_a_logged_act_and_an_overwritten_one_comes_back_by_its_seal(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (school, scope) = (await county.SchoolAsync("3401"), await county.ScopeAsync("3401"));
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)), Typed(2, Child(2)));
        var before = await county.Do(s => s.Db.AuditEvents.CountAsync());
        var shown = await county.Do(s => s.Get<RevealDraftCell>().RunAsync(SchoolClerk, Role.SchoolClerk, school, Spring2020, 1, Field.Card, CountyFixture.Stop), scope);
        shown.Should().Be(Child(1).Card);
        (await county.Do(s => s.Get<RevealDraftCell>().RunAsync(SchoolClerk, Role.SchoolHead, school, Spring2020, 1, Field.Card, CountyFixture.Stop), scope)).Should().BeNull();
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action == "draft.reveal").CountAsync())).Should().Be(1);
        (await county.Do(s => s.Db.AuditEvents.CountAsync())).Should().Be(before + 1);

        var cleared = await county.SaveAsync("3401", Spring2020, Cell(1, 1, Field.CitizenId, ""));
        var seal = cleared.Kept.Single();
        (seal.Line, seal.Field).Should().Be((1, Field.CitizenId));
        Restored(2, 1, seal).Should().NotBeNull();
        await county.SaveAsync("3401", Spring2020, Restored(2, 1, seal));
        (await county.DraftAsync("3401", Spring2020)).Text(2, Field.CitizenId).Should().NotBe((await county.DraftAsync("3401", Spring2020)).Text(1, Field.CitizenId), "a seal is good in its own cell only");
        await county.SaveAsync("3401", Spring2020, Restored(1, 2, seal));
        (await county.Do(s => s.Get<RevealDraftCell>().RunAsync(SchoolClerk, Role.SchoolClerk, school, Spring2020, 1, Field.CitizenId, CountyFixture.Stop), scope)).Should().Be(Child(1).Id);
    }

    [Theory, EveryDatabase]
    public async Task Of_another_schools_pupil_it_says_that_the_id_is_reported_and_nothing_else(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Lists(List("b.csv", Row(Child(1), Second, className: "密班"), Row(Child(2), Second, status: "转出")));
        var saved = await county.SaveAsync("3401", Spring2020, Cell(1, 0, Field.CitizenId, Child(1).Id), Cell(2, 0, Field.CitizenId, Child(2).Id), Cell(3, 0, Field.CitizenId, Child(3).Id));
        saved.Check.Lines.Where(l => l.Elsewhere).Select(l => l.Line).Should().Equal(1);
        saved.Filled.Should().BeEmpty();
        saved.Lines.Single(l => l.Line == 1).Cells.Count(c => c.Length > 0).Should().Be(1, "the ID that was typed and nothing that the other school knows");
    }

    [Theory, EveryDatabase]
    public async Task A_known_pupil_of_the_own_school_is_filled_in_from_last_semester_a_grade_on(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Lists(List("a.csv", Row(Child(1)), Row(Child(2), grade: "六年级")));
        var saved = await county.SaveAsync("3401", Autumn2020, Cell(1, 0, Field.CitizenId, Child(1).Id) with { Cells = new Dictionary<Field, string> { [Field.CitizenId] = Child(1).Id, [Field.Class] = "9班" } }, Cell(2, 0, Field.CitizenId, Child(2).Id));
        saved.Filled.Should().Equal(1, 2);
        var draft = await county.DraftAsync("3401", Autumn2020);
        (draft.Text(1, Field.Name), draft.Text(1, Field.Grade), draft.Text(1, Field.Class), draft.Text(1, Field.Status)).Should().Be((Child(1).Name, "四年级", "9班", "在读"));
        draft.Text(1, Field.Card).Should().StartWith("6217").And.Contain("*");
        (draft.Text(2, Field.Name), draft.Text(2, Field.Grade), draft.Text(2, Field.Status)).Should().Be((Child(2).Name, "", ""), "who has finished is left to the clerk");
    }

    [Theory, EveryDatabase]
    public async Task A_sent_draft_is_previewed_and_accepted_as_an_upload_and_goes_when_all_of_it_is_taken(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (school, scope) = (await county.SchoolAsync("3401"), await county.ScopeAsync("3401"));
        (await county.Do(s => s.Get<SendDraft>().RunAsync(SchoolClerk, school, Spring2020, CountyFixture.Stop), scope)).Refusal.Should().Be(DraftRefusal.NothingEntered);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)), Typed(2, Child(2), boarding: "可能"));
        (await AcceptAsync()).Should().Be(1);
        (await county.DraftAsync("3401", Spring2020)).Lines.Should().HaveCount(2, "a row is left to mend");

        await county.SaveAsync("3401", Spring2020, Cell(2, 1, Field.Boarding, "否"));
        (await AcceptAsync()).Should().Be(1);
        (await county.Do(s => s.Db.ListDrafts.CountAsync())).Should().Be(0);
        (await county.Do(s => s.Db.ListDraftRows.CountAsync())).Should().Be(0);
        var rows = await county.Do(s => s.Db.Enrolments.Where(e => s.Db.SchoolLists.Any(l => l.Id == e.List && l.Current)).OrderBy(e => e.Line).ToListAsync());
        rows.Select(r => (r.Name, r.Boarding)).Should().Equal((Child(1).Name, true), (Child(2).Name, false));

        async Task<int> AcceptAsync()
        {
            var (upload, _) = await county.Do(s => s.Get<SendDraft>().RunAsync(SchoolClerk, school, Spring2020, CountyFixture.Stop), scope);
            var basis = (await county.Do(s => s.Get<PreviewUpload>().RunAsync(upload!.Value, CountyFixture.Stop), scope))!.Preview.Basis;
            var outcome = await county.Do(s => s.Get<AcceptUpload>().RunAsync(SchoolClerk, upload!.Value, new(basis), CountyFixture.Stop), scope);
            outcome.Refusal.Should().BeNull();
            return outcome.Reports.Sum(r => r.Written);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_draft_on_which_nobody_works_is_swept_away_in_time_and_not_before(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)));
        county.Clock.Advance(TimeSpan.FromDays(59));
        await county.Do(s => s.Get<SweepUploads>().RunAsync(CountyFixture.Stop));
        (await county.Do(s => s.Db.ListDraftRows.CountAsync())).Should().Be(1);
        county.Clock.Advance(TimeSpan.FromDays(2));
        await county.Do(s => s.Get<SweepUploads>().RunAsync(CountyFixture.Stop));
        (await county.Do(s => s.Db.ListDraftRows.CountAsync())).Should().Be(0);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    private static RowEdit Restored(int line, long version, KeptCell seal) =>
        new(line, version, new Dictionary<Field, string>(), new Dictionary<Field, string> { [seal.Field] = seal.Seal });
}
