using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>What one programme says of a person in a semester.</summary>
public sealed record ProgrammeExplanation(Programme Programme, string? SchoolCode, Judgement Judgement)
{
    public long Fen => Judgement is Entitlement entitlement ? entitlement.Amount.Fen : 0;
}

/// <summary>Explains every programme of a semester for one citizen ID, from the facts as they are now. Being asked is an event.</summary>
public sealed class ExplainPerson(EduAidDbContext db, PersonDirectory people, Work work)
{
    /// <summary>Null where nobody with that ID is known in the county.</summary>
    public async Task<IReadOnlyList<ProgrammeExplanation>?> RunAsync(Actor actor, Semester semester, CitizenId id, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } person) return null;
        await work.RecordAsync(actor, "person.explain", $"person:{person.Value:N}", new { Semester = semester.ToString(), Id = id.ToString() }, stop);
        return await OfAsync(semester, person, stop);
    }

    /// <summary>The same by key, for pages that have opened the person already.</summary>
    public async Task<IReadOnlyList<ProgrammeExplanation>> OfAsync(Semester semester, PersonId person, CancellationToken stop)
    {
        var facts = await SemesterFacts.LoadAsync(db, semester, stop);
        var lines = await facts.OfAsync(person, stop);
        var judged = facts.Judge(lines).Results.ToLookup(r => r.Programme);
        var explained = new List<ProgrammeExplanation>();
        foreach (var programme in Programme.Of(semester))
        {
            var results = judged[programme].ToList();
            if (results.Count == 0) explained.Add(new(programme, null, new Nothing(NotListed(programme), [NotListedReason(programme, facts)])));
            explained.AddRange(results.Select(r => new ProgrammeExplanation(programme, r.SchoolCode, r.Judgement)));
        }
        return explained;
    }

    private static string NotListed(Programme programme) => programme.JudgesAdmissions ? "not-admitted" : "not-on-any-list";

    private static Reason NotListedReason(Programme programme, SemesterFacts facts) =>
        new(NotListed(programme), "", programme.Clause, facts.Policy.Require("plan.document").Value);
}
