using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Plans;

/// <param name="Measure">Null for a report in words alone.</param>
/// <param name="Step">Of a milestone or checklist.</param>
/// <param name="Corrects">The report that this one puts right.</param>
public sealed record SentProgress(
    int Year, string Item, string? Measure, string? Step, DateOnly On, long? Figure, long? Whole, bool? Reached, string Text, Guid? Corrects = null);

/// <param name="Report">Its key where it was taken.</param>
public sealed record ProgressOutcome(PlanRefusal? Refusal, Guid? Report = null);

/// <summary>A responsible unit reports how an item stands: its own items alone, which its scope sees to. Reports are added, never changed.</summary>
public sealed class ReportProgress(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<ProgressOutcome> RunAsync(Actor actor, SentProgress sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PlanRights.MayReport(actor) || db.Scope?.Unit is not { } unit) return new ProgressOutcome(PlanRefusal.NotYourRole);
            if (!await db.PlanItems.AnyAsync(i => i.Year == sent.Year && i.Number == sent.Item && !i.Heading, stop)) return new ProgressOutcome(PlanRefusal.NotFound);
            var measure = sent.Measure is { } code ? await db.PlanMeasures.Include(m => m.Steps).SingleOrDefaultAsync(m => m.Year == sent.Year && m.Item == sent.Item && m.Code == code, stop) : null;
            if (sent.Measure is not null && measure is null) return new ProgressOutcome(PlanRefusal.NotFound);
            if ((measure is null ? OfWords(sent) : OfMeasure(measure, sent)) is { } wrong) return new ProgressOutcome(wrong);
            if (sent.On > day.Today || sent.On.Year < sent.Year) return new ProgressOutcome(PlanRefusal.DayOutside);
            if (sent.Text.Length > ProgressReport.LongestText) return new ProgressOutcome(PlanRefusal.TextTooLong);
            if (sent.Corrects is { } earlier && !await MayCorrectAsync(sent, earlier, stop)) return new ProgressOutcome(PlanRefusal.CorrectsOther);
            var report = Row(sent, unit, actor);
            db.ProgressReports.Add(report);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "plan.report", $"plan:{sent.Year}/{sent.Item}", new { sent.Measure, sent.Step, sent.On, sent.Figure, sent.Whole, sent.Reached, Unit = unit, sent.Corrects });
            return new ProgressOutcome(null, report.Id);
        },
        stop);

    private static PlanRefusal? OfWords(SentProgress sent) =>
        sent.Step is not null || sent.Figure is not null || sent.Whole is not null || sent.Reached is not null ? PlanRefusal.NotFound
        : string.IsNullOrWhiteSpace(sent.Text) ? PlanRefusal.TextMissing : null;

    private static PlanRefusal? OfMeasure(PlanMeasure measure, SentProgress sent)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Stated:
                return PlanRefusal.NotFound;
            case MeasureKind.Milestones or MeasureKind.Checklist:
                if (sent.Step is null || measure.Steps.All(s => s.Title != sent.Step)) return PlanRefusal.NotFound;
                return sent.Reached is null || sent.Figure is not null || sent.Whole is not null ? PlanRefusal.FigureMissing : null;
            default:
                if (sent.Step is not null || sent.Reached is not null) return PlanRefusal.NotFound;
                var share = measure.Kind != MeasureKind.Count;
                if (sent.Figure is not { } figure || share == sent.Whole is null) return PlanRefusal.FigureMissing;
                return figure < 0 || figure > Largest || sent.Whole is <= 0 or > Largest || figure > sent.Whole ? PlanRefusal.FigureOutside : null;
        }
    }

    // What a person could have meant; beyond it products in hundredths of a percent would no longer fit.
    private const long Largest = 1_000_000_000_000;

    private Task<bool> MayCorrectAsync(SentProgress sent, Guid earlier, CancellationToken stop) => db.ProgressReports.AnyAsync(
        r => r.Id == earlier && r.Year == sent.Year && r.Item == sent.Item && r.Measure == sent.Measure && r.Step == sent.Step && !db.ProgressReports.Any(c => c.Corrects == earlier), stop);

    private ProgressReport Row(SentProgress sent, string unit, Actor actor) => new()
    {
        County = db.CountyCode,
        Id = Keys.New(time.GetUtcNow()),
        Year = sent.Year,
        Item = sent.Item,
        Measure = sent.Measure,
        Step = sent.Step,
        On = sent.On,
        Figure = sent.Figure,
        Whole = sent.Whole,
        Reached = sent.Reached,
        Text = sent.Text.Trim(),
        Unit = unit,
        By = actor.Name,
        At = time.GetUtcNow(),
        Corrects = sent.Corrects,
    };
}
