namespace EduAid.Domain.Checks;

/// <summary>What is looked for after the work is done, as auditors do (domain.md section 4). The numbers are stored.</summary>
public enum CheckCode
{
    /// <summary>互斥重复发放: paid in one semester by programmes that exclude each other, or at two schools.</summary>
    PaidTwice = 1,

    /// <summary>离校后发放: paid though the school's list shows the pupil as gone.</summary>
    PaidAfterLeaving,

    /// <summary>在册未发: registered and in school, granted by the rules, and the bank has paid nothing.</summary>
    RegisteredUnpaid,

    /// <summary>发放不在册: paid by a programme that asks for registration, without one.</summary>
    PaidUnregistered,

    /// <summary>标准不符: what stands on the roster is not what the rules give today.</summary>
    WrongStandard,

    /// <summary>多人一卡: more pupils are paid to one card than the county allows.</summary>
    SharedCard,

    /// <summary>监护人卡无关系: paid to another's card, and nobody has stated whose it is to the pupil.</summary>
    HolderUnrelated,

    /// <summary>发放逾期: paid later than so many days after the semester's end.</summary>
    PaidLate,

    /// <summary>名册与拨付不符: the vouchers of a programme sum up to another amount than its rosters.</summary>
    VoucherDiffers,

    /// <summary>只在发放学期出现: pupils who stand on a list in the semester that pays, and in neither the one before nor the one after.</summary>
    OnlyWhenPaid,

    /// <summary>寄宿人数突增: a school's boarders have grown by more than so many per cent since the semester before.</summary>
    BoardersJumped,

    /// <summary>免学费超实际学费: a waiver above the tuition that the school charges.</summary>
    WaiverAboveTuition,

    /// <summary>公示不足: a roster went on without a notice of the working days that were due.</summary>
    NoticeShort,

    /// <summary>编审同一人: who approved a roster had prepared it.</summary>
    OneHand,

    /// <summary>园所不在资助范围: registered children in kindergartens that the programme does not reach.</summary>
    KindergartenOutside,

    /// <summary>发放前换卡: the card that was paid to was entered shortly before.</summary>
    CardChangedBefore,
}
