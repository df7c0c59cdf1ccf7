using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>
/// The shipped plan of 2020 with invented reports, orders and a bulletin, by the demo's units and supervisor through the verbs, so that each
/// state is seen. Of 365 days 271 are over on the day of the last report: an even pace is at 74 %.
/// </summary>
public sealed class DemoPlan(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    private const int Year = 2020;

    // One line a report: unit's account | item | measure | step | day | figure | whole | done | text.
    private const string Reports = """
        unit6|一1|county-document-tasks|列出分工表|2020-04-20|||1|分工表已印发各股室
        unit6|一1|county-document-tasks|中期对账|2020-08-28|||1|
        unit6|二(一)|study|上半年小结|2020-06-28|||1|
        unit6|二(三)4|visits-open-kept||2020-09-28|412|431||尚有19户约好下周走访
        unit6|二(三)4|visits-exited-kept||2020-09-28|2860|2915||
        unit6|二(三)4|visits-papers|上半年小结|2020-06-30|||1|
        unit6|四(二)|supervision|一季度|2020-04-09|||1|
        unit6|四(二)|supervision|二季度|2020-07-10|||1|
        unit6|四(三)|duties|上半年小结|2020-06-30|||1|
        unit3|二(二)1|preschool-coverage||2020-09-20|612|640||
        unit3|二(二)2|living-coverage||2020-09-20|4180|4180||春季学期全部发放到位
        unit3|二(二)3|senior-grant-coverage||2020-09-20|905|960||
        unit3|二(二)4|senior-waiver-coverage||2020-09-20|960|960||
        unit3|二(二)5|vocational-grant-coverage||2020-09-20|214|350||一年级新生尚在核对
        unit3|二(二)6|vocational-waiver-coverage||2020-09-20|1320|1400||
        unit3|二(二)7|loan-rate||2020-09-25|1630|1702||
        unit3|二(二)7|loan-registered||2020-09-25|498|498||建档立卡学生优先办理
        unit3|二(二)7|loan-steps|公布办理安排|2020-07-10|||1|
        unit3|二(二)8|travel-coverage||2020-09-20|205|330||录取通知书仍在收集
        unit3|二(二)8|travel-list|各校报送升学名单|2020-09-15|||1|
        unit3|二(二)9|archive-matched||2020-09-20|6|7||
        unit3|二(二)9|archive-steps|春季学期归档|2020-07-30|||1|
        unit3|四(一)|publicity-homes||2020-09-20|5100|6200||
        unit3|四(一)|publicity|上半年小结|2020-06-20|||1|
        unit|二(三)1|canteens-city||2020-04-30|1|||
        unit|二(三)1|canteens-city||2020-09-25|2|||第三所食堂正在整改,11月申报
        unit|二(三)1|canteens-county||2020-09-25|5|||
        unit|二(三)1|canteens-open-kitchen||2020-09-25|148|160||
        unit|二(三)1|canteens-training|上半年培训|2020-06-18|||1|培训食堂财务人员两期
        unit2|二(三)2|building-going-on|实验小学(二中东校区)|2020-09-10|||1|已竣工,待验收备案
        unit2|二(三)2|building-starting|中学扩建改造提升|2020-05-12|||1|
        unit2|二(三)2|building-starting|县特教学校迁建|2020-08-20|||1|
        unit2|二(三)2|building-planned|孔集中心学校扩建|2020-06-30|||1|
        unit2|二(三)2|teacher-homes||2020-09-20|4|||
        unit2|二(三)2|teacher-homes-sets||2020-09-20|128|||
        unit2|二(三)2|teacher-homes-area||2020-09-20|4480|||
        unit2|二(三)2|standard-projects||2020-09-20|2|||
        unit2|二(三)2|standard-area||2020-09-20|4000|||
        unit2|三(一)|kindergartens||2020-09-20|6|||
        unit2|三(一)|kindergartens-area||2020-09-20|7060|||
        unit2|三(二)|air-conditioners||2020-09-20|4300|||
        unit2|三(二)|transformers||2020-09-20|45|||
        unit2|三(二)|wiring||2020-09-20|152000|||
        unit4|二(三)3|no-dropout||2020-09-25|139|139||
        unit4|二(三)3|home-teaching-kept||2020-09-25|118|121||
        unit4|三(一)|kindergarten-inclusive||2020-09-25|10240|12600||
        unit4|三(一)|kindergarten-public||2020-09-25|6480|12600||
        unit4|三(一)|kindergarten-enrolment||2020-09-25|12600|13880||
        unit4|三(二)|small-2020||2020-09-25|30|||
        unit4|三(二)|boarding-2020||2020-09-25|14|||
        unit4|三(二)|balanced-county|上半年小结|2020-06-30|||1|
        unit4|三(三)|senior-enrolment||2020-09-25|9340|9905||
        unit4|三(三)|senior-quality|上半年小结|2020-06-30|||1|
        unit4|三(四)|special-enrolment||2020-09-25|472|486||
        unit4|三(四)|special-skills|上半年小结|2020-06-30|||1|
        unit4|三(八)|study-trips|上半年小结|2020-06-30|||1|
        unit5|三(七)|smart-points||2020-09-28|51|||
        unit5|三(七)|smart-primary||2020-09-28|40|||
        unit5|三(七)|smart-province||2020-09-28|3|||
        unit5|三(七)|smart-senior||2020-09-28|2|||
        unit5|三(七)|smart-twelve||2020-09-28|2|||
        unit5|三(七)|smart-nine||2020-09-28|20|||设备到货推迟
        unit5|三(七)|smart-junior||2020-09-28|6|||
        """;

    // A picture of one point: evidence that shows nobody and nothing.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public async Task FillAsync(CancellationToken stop)
    {
        if (await services.Db.Plans.AnyAsync(stop)) return;
        await InScopeAsync("supervisor", actor => services.Get<SavePlan>().RunAsync(actor, Seeds.Plans()[^1], fresh: true, stop));
        var reports = Reports.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('|')).ToList();
        foreach (var fields in reports) await ReportAsync(fields, stop);
        await CorrectAsync(stop);
        await OrdersAsync(stop);
        await InScopeAsync("supervisor", actor => services.Get<PublishBulletin>().RunAsync(
            actor, Year, new(Year, 9, 28), "2020年三季度工作要点进展情况通报", "根据督查调度制度,现将三季度进展情况通报如下,请排名靠后的单位对照时限加快推进。", stop));
    }

    private async Task ReportAsync(string[] f, CancellationToken stop)
    {
        var outcome = await InScopeAsync(f[0], actor => services.Get<ReportProgress>().RunAsync(
            actor, new(Year, f[1], f[2], Blank(f[3]), DateOnly.ParseExact(f[4], "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(f[5]), Number(f[6]), f[7] == "1" ? true : null, f[8]), stop));
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"The demo's report of {f[1]} {f[2]} was refused: {refusal}.");
    }

    // A figure typed wrongly, put right the next day, with its evidence.
    private async Task CorrectAsync(CancellationToken stop)
    {
        var wrong = await services.Db.ProgressReports.Where(r => r.Measure == "canteens-county").Select(r => r.Id).SingleAsync(stop);
        var right = await InScopeAsync("unit", actor => services.Get<ReportProgress>().RunAsync(
            actor, new(Year, "二(三)1", "canteens-county", null, new(Year, 9, 26), 4, null, null, "上次多报了一所,按验收文件更正", wrong), stop));
        await InScopeAsync("unit", actor => services.Get<AttachDocument>().RunAsync(actor, new(DocumentSubject.Progress, $"{right.Report}", "验收照片", "canteen.png", Picture), stop));
    }

    private async Task OrdersAsync(CancellationToken stop)
    {
        var today = services.Get<BusinessDay>().Today;
        await IssueAsync("局营养办", "二(三)1", "市级示范食堂只完成2所,低于时间进度,请说明原因和完成日期。", today.AddDays(7));
        var late = await IssueAsync("局电教馆", "三(七)", "九年一贯制学校智慧学校建设严重滞后,请报送设备到货和安装计划。", today.AddDays(5));
        var closed = await IssueAsync("局项目办", "二(三)2", "城关三小陶因路校区未按计划开工,请报送开工手续办理情况。", today.AddDays(3));
        var again = await IssueAsync("县教育局资助中心", "二(二)5", "中职国家助学金覆盖率偏低,请说明未发放人员情况。", today.AddDays(3));
        await IssueAsync("局人事股", "三(六)", "至今没有上报培训进展,请补报。", today.AddDays(10));
        await ReplyAsync("unit5", late, "设备已于本周到货,计划四周内完成13所学校安装。");
        await ReplyAsync("unit2", closed, "施工许可已办结,监理已进场。");
        await ReplyAsync("unit3", again, "正在核对。");
        await InScopeAsync("supervisor", actor => services.Get<CloseOrder>().RunAsync(actor, closed, "情况属实,同意办结。", stop));
        await InScopeAsync("supervisor", actor => services.Get<ReopenOrder>().RunAsync(actor, again, "没有写明人数和完成时间,请重新答复。", today.AddDays(6), stop));

        async Task<Guid> IssueAsync(string unit, string item, string demand, DateOnly due) =>
            (await InScopeAsync("supervisor", actor => services.Get<IssueOrder>().RunAsync(actor, new(unit, Year, item, demand, due), stop))).Order!.Value;

        Task<Domain.Supervision.OrderRefusal?> ReplyAsync(string user, Guid order, string text) => InScopeAsync(user, actor => services.Get<ReplyToOrder>().RunAsync(actor, order, text, stop));
    }

    private async Task<T> InScopeAsync<T>(string user, Func<Actor, Task<T>> act)
    {
        var (person, before) = (people.Single(p => p.UserName == user), services.Db.Scope);
        if (person.Grant.Role == Role.ResponsibleUnit) services.Db.Scope = Scope.OfUnit(services.Db.CountyCode, person.Grant.Unit!);
        try
        {
            return await act(new(user, person.Grant.Role.ToString(), "demo"));
        }
        finally
        {
            services.Db.Scope = before;
        }
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static long? Number(string text) => text.Length == 0 ? null : long.Parse(text, CultureInfo.InvariantCulture);
}
