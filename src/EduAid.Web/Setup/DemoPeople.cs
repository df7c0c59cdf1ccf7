using EduAid.Application.Accounts;
using EduAid.Domain.Values;

namespace EduAid.Web.Setup;

/// <param name="English">The role in English, for the console.</param>
public sealed record DemoPerson(string UserName, string Name, Grant Grant, string Chinese, string English);

/// <summary>
/// The invented people of the demo county, one for each role and two where preparing, reviewing and approving must be different people.
/// All work for one school, its township and the county.
/// </summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> Of(SchoolId school, string schoolName, string township) =>
    [
        new("clerk", "林甲一", new(Role.SchoolClerk, School: school), $"学校资助专干 {schoolName}", "school clerk"),
        new("head", "朱甲二", new(Role.SchoolHead, School: school), $"校长 {schoolName}", "school head"),
        new("township", "周乙一", new(Role.TownshipSchool, Township: township), $"中心校 {township}", "township school"),
        new("officer", "何乙二", new(Role.AidOfficer), "资助中心经办", "aid officer"),
        new("officer2", "罗乙三", new(Role.AidOfficer), "资助中心经办", "aid officer"),
        new("director", "梁丙一", new(Role.AidDirector), "资助中心主任", "aid director"),
        new("director2", "宋丙二", new(Role.AidDirector), "资助中心主任", "aid director"),
        new("finance", "郑丁一", new(Role.Finance), "计财股", "finance"),
        new("finance2", "谢丁二", new(Role.Finance), "计财股", "finance"),
        new("leader", "韩戊一", new(Role.BureauLeader), "局领导", "bureau leader"),
        new("leader2", "唐戊二", new(Role.BureauLeader), "局领导", "bureau leader"),
        new("supervisor", "冯己一", new(Role.Supervisor), "督查", "supervisor"),
        new("unit", "于庚一", new(Role.ResponsibleUnit, Unit: "局营养办"), "责任单位 局营养办", "responsible unit"),
        new("unit2", "田庚二", new(Role.ResponsibleUnit, Unit: "局项目办"), "责任单位 局项目办", "responsible unit"),
        new("unit3", "方庚三", new(Role.ResponsibleUnit, Unit: "县教育局资助中心"), "责任单位 县教育局资助中心", "responsible unit"),
        new("unit4", "石庚四", new(Role.ResponsibleUnit, Unit: "局基教股"), "责任单位 局基教股", "responsible unit"),
        new("unit5", "廖庚五", new(Role.ResponsibleUnit, Unit: "局电教馆"), "责任单位 局电教馆", "responsible unit"),
        new("unit6", "邹庚六", new(Role.ResponsibleUnit, Unit: "局办公室"), "责任单位 局办公室", "responsible unit"),
        new("teacher", "董辛一", new(Role.Teacher, School: school), $"教师 {schoolName}", "teacher"),
        new("auditor", "萧壬一", new(Role.Auditor), "审计", "auditor"),
        new("sysadmin", "高丙三", new(Role.SystemAdministrator), "系统管理员", "system administrator"),
        new("secadmin", "程癸一", new(Role.SecurityAdministrator), "安全管理员", "security administrator"),
        new("auditadmin", "曹癸二", new(Role.AuditAdministrator), "审计管理员", "audit administrator"),
    ];
}
