using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.Dropouts;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>
/// A few invented cases of dropout control by the demo's people, through the verbs: one overdue, one handed over, one back at school, one of a
/// child on no register. The one whom the missed list calls a dropout is left without a case, so that the button is seen.
/// </summary>
public sealed class DemoDropouts(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    private static readonly Actor Officer = new("officer", nameof(Role.AidOfficer), "demo");

    private readonly DateOnly _today = services.Get<BusinessDay>().Today;

    public async Task FillAsync(CancellationToken stop)
    {
        var township = people.Single(p => p.UserName == "township").Grant.Township!;
        var schools = await SchoolRegister.Holding(services.Db, Semester.Spring(2020)).Where(v => v.Kind == SchoolKind.Primary || v.Kind == SchoolKind.NineYear || v.Kind == SchoolKind.Junior)
            .OrderBy(v => v.Name).Select(v => new { v.School, v.Township }).ToListAsync(stop);
        SchoolId SchoolNear(string place) => (schools.Find(s => s.Township == place) ?? schools[0]).School;
        var line = new DoubleLine(township, "", "李村干(包村干部)", SchoolNear(township), "王老师(班主任)");
        // The last of the missed children have outcomes of their own (DemoOutcomes): these are before them.
        var missed = (await services.Get<MissedChildren>().InAsync(Semester.Spring(2020), stop)).Where(m => m is { Band: AgeBand.Compulsory, Outcome: null }).Reverse().Take(3).ToList();
        foreach (var (child, n) in missed.Select((c, n) => (c, n)))
        {
            var own = line with { Township = child.Township, Village = child.Village, School = SchoolNear(child.Township) };
            var opened = await OpenAsync(new(child.Person, null, null, null, own, _today.AddDays(-60 + (n * 10)), "开学未报到,电话联系不上"), stop);
            await StepAsync(opened, DropoutStepKind.Visit, -58 + (n * 10), "到家走访,祖母说随父母外出", stop);
            if (n == 0) continue;
            await StepAsync(opened, DropoutStepKind.WrittenNotice, -40 + (n * 10), "送达限期复学通知书,监护人签收", stop);
            if (n == 1) await StepAsync(opened, DropoutStepKind.HandOver, -16, "监护人逾期未送子女返校,移交乡镇人民政府", stop);
            else await StepAsync(opened, DropoutStepKind.Return, -12, "已返校就读,班主任跟踪辅导", stop);
        }
        await OpenAsync(new(null, "龙小宝", null, _today.Year - 9, line with { Village = "新桥村" }, _today.AddDays(-1), "外县迁入,至今未在任何学校就读"), stop);
    }

    private async Task<Guid> OpenAsync(SentDropout sent, CancellationToken stop)
    {
        var opened = await services.Get<OpenDropout>().RunAsync(Officer, sent, stop);
        return opened.Case ?? throw new InvalidOperationException($"The demo's case was refused: {opened.Refusal}.");
    }

    private async Task StepAsync(Guid dropout, DropoutStepKind kind, int days, string text, CancellationToken stop)
    {
        var taken = await services.Get<StepDropout>().RunAsync(Officer, new(dropout, kind, _today.AddDays(days), text), stop);
        if (taken.Refusal is { } refusal) throw new InvalidOperationException($"The demo's step {kind} was refused: {refusal}.");
    }
}
