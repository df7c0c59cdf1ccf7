using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Settings;

/// <summary>Why a setting was not changed.</summary>
public enum SettingRefusal
{
    NotYourRole = 1,

    /// <summary>There is no such setting, or the value is not one that it can have.</summary>
    ValueNotAllowed,

    /// <summary>What holds today has been used today; a change begins tomorrow at the earliest.</summary>
    TooEarly,

    ReasonMissing,
}

/// <summary>
/// Sets a value from a day on. The aid centre's director sets how its work goes; how signing in is guarded and who may not hold which roles
/// together is the security administrator's.
/// </summary>
public sealed class ChangeSetting(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public static bool May(string role, string name) =>
        role == (SettingBook.IsSecurity(name) ? nameof(Role.SecurityAdministrator) : nameof(Role.AidDirector));

    public Task<SettingRefusal?> RunAsync(Actor actor, string name, string value, DateOnly from, string reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!May(actor.Role, name)) return SettingRefusal.NotYourRole;
            if (!SettingBook.Allows(name, value.Trim())) return SettingRefusal.ValueNotAllowed;
            if (from <= (SettingBook.IsSecurity(name) ? time.Today() : day.Today)) return SettingRefusal.TooEarly;
            if (string.IsNullOrWhiteSpace(reason)) return SettingRefusal.ReasonMissing;
            var before = (await SettingBook.LoadAsync(db, from, stop))[name];
            var revision = await db.Settings.Where(s => s.Name == name && s.From == from).CountAsync(stop) + 1;
            db.Settings.Add(new Setting
            {
                County = db.CountyCode,
                Name = name,
                From = from,
                Revision = revision,
                Value = value.Trim(),
                Reason = reason.Trim(),
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "setting.change", $"setting:{name}", new { From = from, Before = before, After = value.Trim(), Why = reason.Trim() });
            return (SettingRefusal?)null;
        },
        stop);
}
