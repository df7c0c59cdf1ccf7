using EduAid.Application.Enrolments;
using EduAid.Application.Matching;
using EduAid.Application.Policies;
using EduAid.Application.Review;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Registrations;
using EduAid.Domain.Review;
using EduAid.Domain.Rosters;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>One person with all that the rules read, and the lines that an entry would stand on.</summary>
public sealed record PersonLines(
    PersonId Person, IReadOnlyList<Enrolment> Enrolments, IReadOnlyList<Admission> Admissions, RegistrationFacts? Registration, Semester? TravelGrantedIn)
{
    /// <summary>The registration is that of a person of another ID, who is the same by a decision of the matching desk.</summary>
    public bool Matched { get; init; }
}

/// <summary>
/// The facts of a semester. The database narrows to those whom any programme can concern: people on the registered list,
/// and vocational students, whose waiver does not ask for poverty. The rules themselves run in the domain.
/// </summary>
public sealed class SemesterFacts
{
    private readonly EduAidDbContext _db;
    private readonly Dictionary<string, SpecialtyFee> _specialties;
    private readonly DecisionBook _decisions;
    private readonly IReadOnlyDictionary<PersonId, PersonId> _matches;
    private readonly HashSet<PersonId> _carded;

    private SemesterFacts(
        EduAidDbContext db, Policy policy, SchoolRegister schools, Dictionary<string, SpecialtyFee> specialties, DecisionBook decisions,
        IReadOnlyDictionary<PersonId, PersonId> matches, HashSet<PersonId> carded) =>
        (_db, Policy, Schools, _specialties, _decisions, _matches, _carded) = (db, policy, schools, specialties, decisions, matches, carded);

    public Policy Policy { get; }

    public Semester Semester => Policy.Semester;

    public SchoolRegister Schools { get; }

    public static async Task<SemesterFacts> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var policy = await PolicyBook.LoadAsync(db, semester, stop);
        var schools = await SchoolRegister.LoadAsync(db, semester, stop);
        var specialties = (await SpecialtyVersion.HoldingAsync(db, semester, stop)).Values.ToDictionary(
            v => v.Folded, v => new SpecialtyFee(v.Name, v.FeeFen is { } fen ? Money.FromFen(fen) : null, $"第{v.Import}号导入"), StringComparer.Ordinal);
        // A card that was entered by hand and looked at by a second person is one that money can reach.
        var carded = await db.PersonCards.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(c => c.ConfirmedAt != null && !c.Rejected).Select(c => c.Person).ToListAsync(stop);
        return new(db, policy, schools, specialties, await DecisionBook.LoadAsync(db, schools, semester, stop), await MatchLinks.LoadAsync(db, semester, stop), [.. carded]);
    }

    /// <summary>The same facts under another policy of the same semester.</summary>
    public SemesterFacts Under(Policy policy) => new(_db, policy, Schools, _specialties, _decisions, _matches, _carded);

    /// <summary>What one row would grant under the policy of another semester.</summary>
    public SemesterJudgement JudgeAs(EnrolmentFacts row, RegistrationFacts? registration, Policy policy) => SemesterJudgement.Of(
        new([row], [], registration), policy, code => Schools[code].Facts, name => _specialties.GetValueOrDefault(Text.Fold(name)), grantsOnly: true);

    /// <param name="grantsOnly">Leave out the programmes that are for other stages than the child's and so have nothing to say.</param>
    public SemesterJudgement Judge(PersonLines person, bool grantsOnly = false) => SemesterJudgement.Of(
        new(
            [.. person.Enrolments.Select(e => Carded(person.Person, e.Facts(Schools[e.School].Code)))],
            [.. person.Admissions.Select(a => (Schools[a.School].Code, Carded(person.Person, a.Facts())))],
            person.Registration, person.TravelGrantedIn, DecisionsOf(person)),
        Policy, code => Schools[code].Facts, name => _specialties.GetValueOrDefault(Text.Fold(name)), grantsOnly);

    /// <summary>Whether somebody has looked at just this finding and left it as it is.</summary>
    internal bool Accepts(PersonId person, PersonFinding finding) => _decisions.Of(person)?.Accepts(finding.Code, finding.Detail) == true;

    private PersonDecisions? DecisionsOf(PersonLines person) =>
        person.Matched ? (_decisions.Of(person.Person) ?? PersonDecisions.None) with { Matched = true } : _decisions.Of(person.Person);

    private EnrolmentFacts Carded(PersonId person, EnrolmentFacts row) => _carded.Contains(person) ? row with { Card = AccountState.Usable } : row;

    private AdmissionFacts Carded(PersonId person, AdmissionFacts row) => _carded.Contains(person) ? row with { Card = AccountState.Usable } : row;

    /// <summary>Judges many people on all cores, in their order: the rules look at nothing but the facts.</summary>
    public IEnumerable<(PersonLines Person, SemesterJudgement Judgement)> JudgeAll(IReadOnlyList<PersonLines> people) =>
        people.AsParallel().AsOrdered().Select(person => (person, Judge(person, grantsOnly: true)));

    /// <summary>Everyone whom a programme can concern, in the order of their keys.</summary>
    public async Task<IReadOnlyList<PersonLines>> CandidatesAsync(CancellationToken stop)
    {
        var rows = CurrentEnrolments(_db, Semester);
        var lists = await VocationalListsAsync(stop);
        var vocational = rows.Where(e => lists.Contains(e.List) && e.Stage == Stage.Vocational).Select(e => e.Person);
        var matched = _matches.Keys.ToList();
        var narrowed = Valid(_db, Semester).Select(r => r.Person).Union(vocational);
        // One set to be looked up: PostgreSQL makes an OR beside it a search of the whole set a row.
        if (matched.Count > 0) narrowed = narrowed.Union(rows.Where(e => matched.Contains(e.Person)).Select(e => e.Person));
        var enrolments = await Narrow(rows.Where(e => narrowed.Contains(e.Person)).OrderBy(e => e.Person)).ToListAsync(stop);
        var admissions = await CurrentAdmissions(_db, Semester).OrderBy(a => a.Person).ToListAsync(stop);
        var concerned = enrolments.Select(e => e.Person).Concat(admissions.Select(a => a.Person)).ToHashSet();
        var registrations = new Dictionary<PersonId, RegistrationFacts>(concerned.Count);
        var wanted = concerned.Concat(_matches.Where(m => concerned.Contains(m.Key)).Select(m => m.Value)).ToHashSet();
        var valid = Valid(_db, Semester).OrderBy(r => r.List)
            .Select(r => new { r.Person, r.Name, r.Category, r.HouseholdNumber, r.ExitedYear, r.List, r.Sheet, r.Row });
        await foreach (var r in valid.AsAsyncEnumerable().WithCancellation(stop))
            if (wanted.Contains(r.Person)) registrations[r.Person] = Registrations.Registration.Facts(r.Name, r.Category, r.HouseholdNumber, r.ExitedYear, r.List, r.Sheet, r.Row);
        return Gather(enrolments, admissions, registrations, await TravelGrantsAsync(null, stop));
    }

    /// <summary>One person, whatever the lists say.</summary>
    public async Task<PersonLines> OfAsync(PersonId person, CancellationToken stop)
    {
        var enrolments = await CurrentEnrolments(_db, Semester).Where(e => e.Person == person).OrderBy(e => e.School).ToListAsync(stop);
        var admissions = await CurrentAdmissions(_db, Semester).Where(a => a.Person == person).OrderBy(a => a.School).ToListAsync(stop);
        var match = _matches.TryGetValue(person, out var registered) ? registered : (PersonId?)null;
        var registrations = await Valid(_db, Semester).Where(r => r.Person == person || r.Person == match).OrderByDescending(r => r.List).ToListAsync(stop);
        var own = registrations.Find(r => r.Person == person);
        var matched = own is null && registrations.Count > 0;
        var grants = await TravelGrantsAsync(person, stop);
        return new(person, enrolments, admissions, (matched ? registrations[0] : own)?.Facts(), grants.TryGetValue(person, out var granted) ? granted : null) { Matched = matched };
    }

    /// <summary>Some people, given as a query, with a fixed number of questions.</summary>
    public async Task<IReadOnlyList<PersonLines>> OfAsync(IQueryable<PersonId> people, CancellationToken stop)
    {
        var enrolments = await CurrentEnrolments(_db, Semester).Where(e => people.Contains(e.Person)).OrderBy(e => e.Person).ThenBy(e => e.School).ToListAsync(stop);
        var admissions = await CurrentAdmissions(_db, Semester).Where(a => people.Contains(a.Person)).OrderBy(a => a.Person).ThenBy(a => a.School).ToListAsync(stop);
        var registrations = new Dictionary<PersonId, RegistrationFacts>();
        var matches = _matches.Values.ToList();
        await foreach (var row in Valid(_db, Semester).Where(r => people.Contains(r.Person) || matches.Contains(r.Person)).OrderBy(r => r.List).AsAsyncEnumerable().WithCancellation(stop))
            registrations[row.Person] = row.Facts();
        return Gather(enrolments, admissions, registrations, await TravelGrantsAsync(null, stop));
    }

    /// <summary>Rows of the lists that are current in a semester.</summary>
    public static IQueryable<Enrolment> CurrentEnrolments(EduAidDbContext db, Semester semester) =>
        from row in db.Enrolments
        join list in db.SchoolLists on row.List equals list.Id
        where list.Current && list.Kind == SchoolListKind.Enrolments && list.Semester == semester
        select row;

    public static IQueryable<Admission> CurrentAdmissions(EduAidDbContext db, Semester semester) =>
        from row in db.Admissions
        join list in db.SchoolLists on row.List equals list.Id
        where list.Current && list.Kind == SchoolListKind.Admissions && list.Semester == semester
        select row;

    /// <summary>Rows of registered lists that hold in a semester.</summary>
    public static IQueryable<Registrations.Registration> Valid(EduAidDbContext db, Semester semester)
    {
        var number = semester.Number;
        return db.Registrations.Where(r => r.ValidFrom <= semester && r.ValidUntil > number);
    }

    private List<PersonLines> Gather(
        List<Enrolment> enrolments, List<Admission> admissions, Dictionary<PersonId, RegistrationFacts> registrations,
        Dictionary<PersonId, Semester> travel)
    {
        var admitted = admissions.ToLookup(a => a.Person);
        var people = new List<PersonLines>();
        for (var i = 0; i < enrolments.Count;)
        {
            var person = enrolments[i].Person;
            var next = i + 1;
            while (next < enrolments.Count && enrolments[next].Person == person) next++;
            people.Add(Make(person, enrolments[i..next], [.. admitted[person]]));
            i = next;
        }
        var listed = people.Select(p => p.Person).ToHashSet();
        people.AddRange(admitted.Where(g => !listed.Contains(g.Key)).Select(g => Make(g.Key, [], [.. g])));
        return people;

        PersonLines Make(PersonId person, IReadOnlyList<Enrolment> rows, IReadOnlyList<Admission> own)
        {
            var registration = registrations.GetValueOrDefault(person);
            var matched = registration is null && _matches.TryGetValue(person, out var other) && registrations.TryGetValue(other, out registration);
            return new(person, rows, own, registration, travel.TryGetValue(person, out var granted) ? granted : null) { Matched = matched };
        }
    }

    // What the rules and an entry read of a row; ciphertexts, digests and what lists say beyond stay where they are.
    private static IQueryable<Enrolment> Narrow(IQueryable<Enrolment> rows) => rows.Select(e => new Enrolment
    {
        County = e.County,
        List = e.List,
        Line = e.Line,
        School = e.School,
        Person = e.Person,
        Name = e.Name,
        Stage = e.Stage,
        Grade = e.Grade,
        Class = e.Class,
        Boarding = e.Boarding,
        Status = e.Status,
        TransferredIn = e.TransferredIn,
        TransferredOut = e.TransferredOut,
        Specialty = e.Specialty,
        FullTime = e.FullTime,
        HouseholdType = e.HouseholdType,
        Card = e.Card,
        Content = Array.Empty<byte>(),
        Import = e.Import,
        Sheet = e.Sheet,
        Row = e.Row,
    });

    // A row's stage is one that its school taught when it was read: the lists of the few schools that ever did are looked through, not all.
    private Task<List<Guid>> VocationalListsAsync(CancellationToken stop)
    {
        var teaching = Enum.GetValues<SchoolKind>().Where(k => k.Stages().Contains(Stage.Vocational)).ToList();
        return (from list in _db.SchoolLists
                where list.Current && list.Kind == SchoolListKind.Enrolments && list.Semester == Semester
                    && _db.SchoolVersions.Any(v => v.School == list.School && teaching.Contains(v.Kind))
                select list.Id).ToListAsync(stop);
    }

    private async Task<Dictionary<PersonId, Semester>> TravelGrantsAsync(PersonId? person, CancellationToken stop)
    {
        var once = Programme.All.Single(p => p.JudgesAdmissions).Code;
        var grants = await (from entry in _db.RosterEntries
                            join roster in _db.Rosters on entry.Roster equals roster.Id
                            where roster.Programme == once && roster.Kind == RosterKind.Regular && roster.Semester < Semester && (person == null || entry.Person == person)
                            select new { entry.Person, roster.Semester }).ToListAsync(stop);
        return grants.GroupBy(g => g.Person).ToDictionary(g => g.Key, g => g.Min(x => x.Semester));
    }
}
