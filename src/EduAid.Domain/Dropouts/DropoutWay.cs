namespace EduAid.Domain.Dropouts;

/// <summary>How a case of dropout control (控辍保学, plan 二(三)3) stands.</summary>
public enum DropoutState
{
    /// <summary>发现: the child is known to be out of school; somebody has to go there.</summary>
    Noticed = 1,

    /// <summary>劝返: visited and persuaded, not back yet.</summary>
    Visited,

    /// <summary>书面通知: the guardians were told in writing by when the child has to be back.</summary>
    Notified,

    /// <summary>移交: handed to the authorities, who act by the Compulsory Education Law.</summary>
    HandedOver,

    /// <summary>复学: back at school.</summary>
    Returned,

    /// <summary>另行安置: at another school, in special or vocational education, or taught at home.</summary>
    Placed,

    /// <summary>销案: no case any more: deceased, moved out of the county, or opened by mistake.</summary>
    Ended,
}

/// <summary>What is done in a case. Steps are added, never changed.</summary>
public enum DropoutStepKind
{
    Notice = 1,
    Visit,
    WrittenNotice,
    HandOver,
    Return,
    Place,
    End,

    /// <summary>再次失学: gone again, or closed wrongly.</summary>
    Reopen,

    /// <summary>责任人变更: another person or school answers for the child, or its ID has become known.</summary>
    Amend,
}

/// <param name="Visit">Days from the notice to the first visit.</param>
/// <param name="WrittenNotice">Days from the first visit to the written notice.</param>
/// <param name="HandOver">Days from the written notice to the authorities.</param>
/// <param name="Authorities">Days from there to an end.</param>
public sealed record DropoutDays(int Visit, int WrittenNotice, int HandOver, int Authorities)
{
    /// <summary>By when the step after a state is due; null where none is.</summary>
    public DateOnly? DueAfter(DropoutState state, DateOnly on) => state switch
    {
        DropoutState.Noticed => on.AddDays(Visit),
        DropoutState.Visited => on.AddDays(WrittenNotice),
        DropoutState.Notified => on.AddDays(HandOver),
        DropoutState.HandedOver => on.AddDays(Authorities),
        _ => null,
    };
}

/// <summary>The order of the steps.</summary>
public static class DropoutWay
{
    public static bool IsOpen(this DropoutState state) => state <= DropoutState.HandedOver;

    /// <summary>Whether a step closes the case.</summary>
    public static bool Closes(this DropoutStepKind kind) => kind is DropoutStepKind.Return or DropoutStepKind.Place or DropoutStepKind.End;

    /// <summary>
    /// The state after a step; null where it is not the turn of that step. A child may come back at any time; the authorities are asked
    /// only after a written notice, and that only after somebody has been there.
    /// </summary>
    /// <param name="state">Null before the case is opened.</param>
    public static DropoutState? After(DropoutState? state, DropoutStepKind kind) => (state, kind) switch
    {
        (null, DropoutStepKind.Notice) => DropoutState.Noticed,
        (null, _) or (_, DropoutStepKind.Notice) => null,
        ({ } closed, DropoutStepKind.Reopen) when !closed.IsOpen() => DropoutState.Noticed,
        ({ } closed, _) when !closed.IsOpen() => null,
        (_, DropoutStepKind.Return) => DropoutState.Returned,
        (_, DropoutStepKind.Place) => DropoutState.Placed,
        (_, DropoutStepKind.End) => DropoutState.Ended,
        (DropoutState.Noticed, DropoutStepKind.Visit) => DropoutState.Visited,
        (DropoutState.Visited, DropoutStepKind.WrittenNotice) => DropoutState.Notified,
        (DropoutState.Notified, DropoutStepKind.HandOver) => DropoutState.HandedOver,
        // Going there again is always right and moves no deadline.
        ({ } same, DropoutStepKind.Visit or DropoutStepKind.Amend) => same,
        _ => null,
    };

    /// <summary>The steps that may be taken in a state, in their order.</summary>
    public static IReadOnlyList<DropoutStepKind> Next(DropoutState state) => [.. Enum.GetValues<DropoutStepKind>().Where(k => k != DropoutStepKind.Amend && After(state, k) is not null)];

    /// <summary>How a case stood at the end of a day.</summary>
    /// <param name="steps">In the order in which they were recorded.</param>
    /// <returns>Null where it was not open yet.</returns>
    public static (DropoutState State, DateOnly? Due)? StoodOn(IEnumerable<(DropoutStepKind Kind, DateOnly On, DateOnly? Due)> steps, DateOnly day)
    {
        (DropoutState State, DateOnly? Due)? stood = null;
        foreach (var step in steps.TakeWhile(s => s.On <= day))
        {
            var state = After(stood?.State, step.Kind) ?? stood!.Value.State;
            if (state != stood?.State) stood = (state, step.Due);
        }
        return stood;
    }
}
