using EduAid.Application.Accounts;
using EduAid.Application.Audit;

namespace EduAid.Application.Payments;

/// <summary>What people do with money that is approved.</summary>
public enum PaymentAct
{
    Assemble = 1,
    SetDocument,
    Discard,
    Release,
    Download,
    HandOver,
    Cancel,
    TakeReturn,
    MendCard,
    ConfirmCard,
    CloseEntry,
    RecordVoucher,
    SetBudget,
    CloseProgramme,
    CheckArrival,
}

/// <summary>Which role does what with approved money (domain.md section 3).</summary>
public static class PaymentRights
{
    private static readonly Dictionary<PaymentAct, Role[]> Acts = new()
    {
        [PaymentAct.Assemble] = [Role.AidOfficer],
        [PaymentAct.SetDocument] = [Role.AidOfficer],
        [PaymentAct.Discard] = [Role.AidOfficer],
        [PaymentAct.Release] = [Role.Finance],
        [PaymentAct.Download] = [Role.Finance],
        [PaymentAct.HandOver] = [Role.Finance],
        [PaymentAct.Cancel] = [Role.Finance, Role.AidDirector],
        [PaymentAct.TakeReturn] = [Role.Finance, Role.AidOfficer],
        [PaymentAct.MendCard] = [Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer],
        [PaymentAct.ConfirmCard] = [Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector],
        [PaymentAct.CloseEntry] = [Role.AidDirector],
        [PaymentAct.RecordVoucher] = [Role.Finance],
        [PaymentAct.SetBudget] = [Role.Finance],
        [PaymentAct.CloseProgramme] = [Role.AidDirector],
        [PaymentAct.CheckArrival] = [Role.AidOfficer, Role.Supervisor, Role.Auditor],
    };

    public static bool May(Role role, PaymentAct act) => Acts[act].Contains(role);

    internal static bool May(Actor actor, PaymentAct act) =>
        actor.Held is { } role && May(role, act);
}
