using EduAid.Application.Accounts;
using EduAid.Application.Audit;

namespace EduAid.Application.Tests.Counties;

/// <summary>The people of the invented county, each in a role.</summary>
internal static class Staff
{
    public static readonly Actor
        SchoolClerk = As("林专干", Role.SchoolClerk), Head = As("丁校长", Role.SchoolHead), Township = As("孟中心校", Role.TownshipSchool),
        Officer = As("何经办", Role.AidOfficer), SecondOfficer = As("蒋经办", Role.AidOfficer),
        Director = As("沈主任", Role.AidDirector), SecondDirector = As("韩主任", Role.AidDirector),
        Finance = As("杨计财", Role.Finance), SecondFinance = As("朱计财", Role.Finance),
        Leader = As("秦局长", Role.BureauLeader), SecondLeader = As("许局长", Role.BureauLeader),
        Auditor = As("吕审计", Role.Auditor), Security = As("施安全", Role.SecurityAdministrator);

    public static Actor As(string name, Role role) => new(name, role.ToString(), "test");
}
