using System.Globalization;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Words;
using EduAid.Web.Pages.Lists;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Jobs;

/// <summary>What a job is about, what it is doing and what came of it, in words; and where that is seen.</summary>
public sealed class JobWords(IStringLocalizer<Texts> texts)
{
    private readonly Words words = Words.In(CultureInfo.CurrentUICulture);

    public string Title(Job job) => job.Kind switch
    {
        JobKind.Generate => texts["Jobs.Title.Generate", words.Semester(Of<GenerateArguments>(job).Semester)],
        JobKind.Check => texts["Jobs.Title.Check", words.Semester(Of<CheckArguments>(job).Semester)],
        JobKind.Export => texts["Jobs.Title.Export", words.Semester(Of<ExportArguments>(job).Semester), words.Programme(Of<ExportArguments>(job).Programme)],
        JobKind.Close => texts["Jobs.Title.Close", words.Semester(Of<CloseArguments>(job).Semester), words.Programme(Of<CloseArguments>(job).Programme)],
        _ => Kind(job.Kind),
    };

    public string Kind(JobKind kind) => texts[$"Jobs.Kind.{kind}"];

    public string State(JobState state) => texts[$"Jobs.State.{state}"];

    public static Tone ToneOf(JobState state) => state switch
    {
        JobState.Running => Tone.Go,
        JobState.Done => Tone.Ok,
        JobState.Refused or JobState.RoleEnded => Tone.Warn,
        JobState.Failed => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>What is going on, such as 正在写入.</summary>
    public string Phase(JobStep step) => words.Phase(step.Phase);

    /// <summary>How many of how many; nothing where that is not known.</summary>
    public string Count(JobStep step) => step.Total > 0 ? texts["Progress.Count", step.Done, step.Total, (int)Share.Percent(step.Done, step.Total)] : "";

    /// <summary>Where the result is seen, or where the work was asked for.</summary>
    public static string Href(Job job) => job.Kind switch
    {
        // Registers are shown elsewhere; the page of lists knows and leads on.
        JobKind.Preview => $"/Lists/Preview/{Of<PreviewArguments>(job).Upload}",
        JobKind.Accept => $"/Lists/Preview/{Of<AcceptArguments>(job).Upload}",
        JobKind.Generate => $"/Rosters?semester={Of<GenerateArguments>(job).Semester}",
        JobKind.Export => $"/Rosters?semester={Of<ExportArguments>(job).Semester}",
        JobKind.Effect when Of<EffectArguments>(job) is { Proposal: true } asked => $"/Policies/Proposals/{asked.Key}#effect",
        JobKind.Effect => $"/Policies/Sandbox?result={Of<EffectArguments>(job).Key}#effect",
        JobKind.Forecast => "/Policies/Forecast",
        JobKind.Check => $"/Checks?semester={Of<CheckArguments>(job).Semester}",
        _ => $"/Payments/Archives/{Of<CloseArguments>(job).Programme}?semester={Of<CloseArguments>(job).Semester}",
    };

    /// <summary>What the page of the result says once, as it does where the work was done at once.</summary>
    public void Say(Job job, ITempDataDictionary said)
    {
        if (job.Kind == JobKind.Accept) said["Done"] = AcceptWords.Of(JobJson.Read<AcceptAnswer>(job.Answer!), texts);
        else if (job.Kind == JobKind.Generate) said["GeneratedJson"] = job.Answer;
    }

    /// <summary>Why nothing came of it.</summary>
    public string Why(Job job) => (job.State, job.Kind) switch
    {
        (JobState.Refused, JobKind.Accept) => AcceptWords.Of(JobJson.Read<AcceptAnswer>(job.Answer!).Refusal!, words, texts),
        (JobState.Refused, JobKind.Close) => words.Refusal(JobJson.Read<CloseAnswer>(job.Answer!).Refusal!),
        (JobState.Refused, JobKind.Forecast) => texts["Policy.NoLists"],
        (JobState.Refused, JobKind.Effect) => texts["Jobs.Refused.Effect"],
        (JobState.Refused, _) => texts["Intake.Gone"],
        _ => texts[$"Jobs.Ended.{job.State}"],
    };

    private static T Of<T>(Job job) => JobJson.Read<T>(job.Arguments);
}
