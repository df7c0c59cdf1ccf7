using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Policies;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Pages.Payments.Documents;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Policies.Proposals;

/// <summary>One proposed value: its document, what it would mean, the worked cases, and the step that is the visitor's.</summary>
public sealed class ProposalModel(EduAidDbContext db, Visitor visitor, KeptEffects effects, TimeProvider time, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public PolicyProposal Proposal { get; private set; } = null!;

    public string By { get; private set; } = "";

    public string? Decider { get; private set; }

    /// <summary>In force when the new value would begin; null where there is none.</summary>
    public ParameterValue? Present { get; private set; }

    /// <summary>Null once it is decided.</summary>
    public ProposalCases? Cases { get; private set; }

    public EffectView? Effect { get; private set; }

    /// <summary>As frozen when it was published.</summary>
    public IReadOnlyList<PublishedEffect> Frozen { get; private set; } = [];

    public PapersOf Papers { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    [TempData]
    public string? Done { get; set; }

    public bool Open => Proposal.State == ProposalState.Open;

    public bool Mine => Open && visitor.May(Right.ProposePolicies) && Proposal.ProposedBy == visitor.Actor.Name;

    public bool MayDecide => Open && visitor.May(Right.PublishPolicies);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostComputeAsync(
        Guid id, [FromServices] PolicyEffects compute, [FromServices] PolicyShelf shelf, [FromServices] JobSizes sizes, [FromServices] JobDesk desk, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!Open) return Wrong(PolicyRefusal.WrongState);
        if (await sizes.IsLongToJudgeAgainAsync(stop)) return await desk.BeginAsync(JobKind.Effect, KeptEffects.SubjectOf(id), new EffectArguments(id, true, []), stop);
        shelf.Put(db.CountyCode, id, new(await compute.OfAsync([Proposal.ToValue(default)], stop), visitor.CountyTurn, time.GetUtcNow(), new Dictionary<string, string>()));
        return Redirect($"/Policies/Proposals/{id}#effect");
    }

    [Needs(Right.ProposePolicies)]
    public async Task<IActionResult> OnPostSupersedeAsync(Guid id, string? key, string? amount, [FromServices] SupersedeCase verb, CancellationToken stop) =>
        await DoneAsync(id, TypedFields.Yuan(amount) is { } expected ? await verb.RunAsync(visitor.Actor, id, key ?? "", expected, stop) : PolicyRefusal.ValueWrong, "Policy.Done.Case", stop);

    [Needs(Right.PublishPolicies)]
    public async Task<IActionResult> OnPostPublishAsync(Guid id, [FromServices] PublishPolicy verb, CancellationToken stop) =>
        await DoneAsync(id, (await verb.RunAsync(visitor.Actor, id, stop)).Refusal, "Policy.Done.Published", stop);

    [Needs(Right.PublishPolicies)]
    public async Task<IActionResult> OnPostRefuseAsync(Guid id, [FromServices] RefusePolicy verb, CancellationToken stop) =>
        await DoneAsync(id, await verb.RunAsync(visitor.Actor, id, Reason ?? "", stop), "Policy.Done.Refused", stop);

    [Needs(Right.ProposePolicies)]
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, [FromServices] WithdrawPolicy verb, CancellationToken stop) =>
        await DoneAsync(id, await verb.RunAsync(visitor.Actor, id, Reason ?? "", stop), "Policy.Done.Withdrawn", stop);

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(Guid id, bool people, [FromServices] ExportPolicyEffect export, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        return await effects.EffectAsync(id, stop) is not { } kept ? Redirect($"/Policies/Proposals/{id}")
            : await EffectFile.MakeAsync(export, visitor.Actor, kept.Value, people, $"{Words.Parameter(Proposal.Parameter)}调整测算", stop);
    }

    private async Task<IActionResult> DoneAsync(Guid id, PolicyRefusal? refusal, string done, CancellationToken stop)
    {
        if (refusal is null)
        {
            Done = texts[done];
            return Redirect($"/Policies/Proposals/{id}");
        }
        return refusal == PolicyRefusal.NotFound || !await LoadAsync(id, stop) ? NotFound() : Wrong(refusal.Value);
    }

    private PageResult Wrong(PolicyRefusal refusal)
    {
        ModelState.AddModelError(refusal == PolicyRefusal.ReasonMissing ? nameof(Reason) : "", Words.Refusal(refusal));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var found = await db.PolicyProposals.Where(p => p.Id == id).Select(p => new
        {
            Proposal = p,
            By = db.Users.Where(u => u.UserName == p.ProposedBy).Select(u => u.DisplayName).FirstOrDefault() ?? p.ProposedBy,
            Decider = db.Users.Where(u => u.UserName == p.DecidedBy).Select(u => u.DisplayName).FirstOrDefault() ?? p.DecidedBy,
        }).SingleOrDefaultAsync(stop);
        if (found is null) return false;
        (Proposal, By, Decider) = (found.Proposal, found.By, found.Decider);
        if (Open)
        {
            Cases = await PolicyCases.OfAsync(db, Proposal, stop);
            Present = Policy.In(Proposal.From, Cases.Published).Find(Proposal.Parameter);
            Effect = EffectView.Of(await effects.EffectAsync(id, stop), Request, visitor.CountyTurn);
        }
        else if (Proposal.State == ProposalState.Published)
            Frozen = await db.PublishedEffects.Where(e => e.Proposal == id).OrderByDescending(e => e.Semester).ToListAsync(stop);
        Papers = await PapersOf.LoadAsync(db, DocumentSubject.Policy, id.ToString(), visitor, stop);
        return true;
    }
}
