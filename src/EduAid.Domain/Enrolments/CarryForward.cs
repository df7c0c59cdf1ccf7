using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Enrolments;

/// <summary>Why a row of the last list is not on the new one.</summary>
public enum NotCarried
{
    /// <summary>The last grade that the school teaches is behind the pupil.</summary>
    Finished = 1,

    /// <summary>The last list says already that the pupil is gone: 转出, 毕业, 退学, 死亡.</summary>
    Left,
}

/// <summary>Where a row of the last semester's list stands on the next one, or why it does not.</summary>
/// <param name="Grade">Within <paramref name="Stage"/>, as in <see cref="EnrolmentFacts"/>.</param>
public readonly record struct Carried(Stage Stage, int Grade, NotCarried? Not = null);

/// <summary>
/// How a list is carried into the next semester. Grades rise in autumn, when the school year begins; in spring they stay.
/// ◆ A pupil on leave (休学) keeps the grade. ◆ Who finishes primary school at a school that teaches junior grades too goes on there
/// (九年一贯制, 十二年一贯制); every other change of stage goes through an enrolment of its own and is left to the clerk.
/// </summary>
public static class CarryForward
{
    /// <summary>The row in <paramref name="to"/>, which follows the semester of the row.</summary>
    /// <param name="taught">The stages of the school.</param>
    public static Carried Into(Semester to, Stage stage, int grade, EnrolmentStatus status, IReadOnlyList<Stage> taught)
    {
        if (status is not (EnrolmentStatus.InSchool or EnrolmentStatus.Suspended)) return new(stage, grade, NotCarried.Left);
        if (!to.IsAutumn || status == EnrolmentStatus.Suspended) return new(stage, grade);
        if (grade < LastGrade(stage)) return new(stage, grade + 1);
        return stage == Stage.Primary && taught.Contains(Stage.Junior) ? new(Stage.Junior, 1) : new(stage, grade, NotCarried.Finished);
    }

    /// <summary>大班, 六年级, 九年级, 高三, 中职三年级.</summary>
    public static int LastGrade(Stage stage) => stage == Stage.Primary ? 6 : 3;
}
