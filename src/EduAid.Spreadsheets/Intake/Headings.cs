using System.Collections.Frozen;
using System.Text;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Which headings mean which field on which list (domain.md section 2). Compared for equality after folding, never by containment.</summary>
public sealed class Headings
{
    private static readonly (Field Field, string[] Words)[] People =
    [
        (Field.Sequence, ["序号", "编号"]),
        (Field.CitizenId, ["身份证号", "身份证号码", "身份证件号", "身份证件号码", "公民身份号码", "公民身份证号", "学生身份证号", "证件号码"]),
        (Field.Name, ["姓名", "学生姓名", "受助学生姓名", "幼儿姓名"]),
        (Field.Sex, ["性别"]),
        (Field.Birth, ["出生日期", "出生年月"]),
        (Field.Phone, ["联系电话", "家长电话", "手机号"]),
        (Field.Address, ["家庭住址", "家庭地址"]),
        (Field.Note, ["备注"]),
    ];

    private static readonly (Field Field, string[] Words)[] SchoolReference =
    [
        (Field.SchoolName, ["学校名称", "就读学校", "所在学校", "学校", "园所名称", "毕业学校"]),
        (Field.SchoolCode, ["学校代码", "学校标识码"]),
    ];

    private static readonly (Field Field, string[] Words)[] Accounts =
    [
        (Field.Bank, ["开户银行", "开户行"]),
        (Field.Holder, ["户名", "卡主姓名", "开户名"]),
        (Field.Card, ["银行卡号", "银行账号", "卡号", "一卡通账号"]),
        (Field.SocialCardAccount, ["社保卡银行账号", "社会保障卡银行账号"]),
        (Field.SocialCardNumber, ["社保卡号", "社会保障卡卡号"]),
    ];

    private static readonly FrozenDictionary<ListKind, Headings> All = new Dictionary<ListKind, Headings>
    {
        [ListKind.Enrolments] = new(
            [Field.CitizenId, Field.Name, Field.Grade, Field.Status],
            [
                .. People, .. SchoolReference, .. Accounts,
                (Field.StudentNumber, ["学籍号", "全国学籍号", "学籍号码"]),
                (Field.Stage, ["学段", "就读学段"]),
                (Field.Grade, ["年级", "所在年级", "年级名称"]),
                (Field.Class, ["班级", "所在班级"]),
                (Field.Boarding, ["是否寄宿", "寄宿", "寄宿生", "是否住校", "住宿情况", "是否寄宿生"]),
                (Field.Status, ["在校状态", "学生状态", "学籍状态"]),
                (Field.TransferredIn, ["转入日期"]),
                (Field.TransferredOut, ["转出日期"]),
                (Field.Specialty, ["专业", "专业名称"]),
                (Field.FullTime, ["是否全日制"]),
                (Field.HouseholdType, ["户籍性质", "户口性质"]),
                (Field.Guardian, ["监护人姓名", "家长姓名"]),
                (Field.GuardianId, ["监护人身份证号"]),
                (Field.GuardianRelation, ["与学生关系"]),
            ]),
        [ListKind.Poverty] = new(
            [Field.CitizenId, Field.Name],
            [
                .. People,
                (Field.HouseholdNumber, ["户编号"]),
                (Field.Head, ["户主姓名"]),
                (Field.RelationToHead, ["与户主关系"]),
                (Field.Category, ["脱贫属性", "户类型"]),
                (Field.ExitedYear, ["脱贫年度"]),
                (Field.Township, ["乡镇"]),
                (Field.Village, ["行政村", "村"]),
            ]),
        [ListKind.Schools] = new(
            [Field.SchoolCode, Field.SchoolName, Field.Kind, Field.Sponsor],
            [
                (Field.Sequence, ["序号", "编号"]), (Field.Note, ["备注"]), .. SchoolReference,
                (Field.Township, ["乡镇"]),
                (Field.Kind, ["办学类型"]),
                (Field.Sponsor, ["举办者"]),
                (Field.Tier, ["示范等级"]),
                (Field.PayeeName, ["收款户名"]),
                (Field.PayeeAccount, ["收款账号"]),
                (Field.Bank, ["开户银行", "开户行"]),
                (Field.ActualTuition, ["实际学费"]),
            ]),
        [ListKind.Specialties] = new(
            [Field.Specialty, Field.Fee],
            [
                (Field.Sequence, ["序号", "编号"]), (Field.Note, ["备注"]),
                (Field.Specialty, ["专业", "专业名称"]),
                (Field.Fee, ["每学期学费"]),
            ]),
        [ListKind.Admissions] = new(
            [Field.CitizenId, Field.Name, Field.University, Field.Province],
            [
                .. People, .. SchoolReference, .. Accounts,
                (Field.University, ["录取院校"]),
                (Field.Province, ["院校所在省"]),
            ]),
        [ListKind.BankReturns] = new(
            [Field.Card, Field.Amount, Field.Outcome],
            [
                (Field.Sequence, ["序号", "编号", "明细序号", "顺序号"]),
                (Field.Batch, ["批次号", "批次", "批次编号", "批号", "代发批次号"]),
                (Field.Holder, ["户名", "账户名称", "账户名", "开户名", "卡主姓名", "收款户名", "收款人户名", "收款人", "收款人名称", "收款账户名称", "客户名称", "持卡人"]),
                (Field.Name, ["姓名", "收款人姓名", "客户姓名", "持卡人姓名", "学生姓名"]),
                (Field.CitizenId, ["身份证号", "身份证号码", "身份证件号码", "公民身份号码", "证件号码"]),
                (Field.Card, ["账号", "卡号", "账号卡号", "卡号账号", "账卡号", "卡折号", "银行卡号", "银行账号", "收款账号", "收款人账号", "收款卡号", "客户账号", "一卡通账号"]),
                (Field.Bank, ["开户银行", "开户行", "收款行"]),
                (Field.Amount, ["金额", "发放金额", "代发金额", "交易金额", "付款金额", "金额元", "发放金额元", "代发金额元", "交易金额元"]),
                (Field.Outcome, ["处理结果", "状态", "结果", "处理状态", "交易状态", "交易结果", "发放状态", "发放结果", "代发结果", "入账状态", "入账结果"]),
                (Field.Reason, ["失败原因", "原因", "未成功原因", "错误原因", "退票原因", "处理说明", "结果说明", "失败说明", "返回信息"]),
                (Field.Note, ["备注", "附言", "摘要"]),
                (Field.CreditedOn, ["入账日期", "到账日期", "交易日期", "处理日期", "记账日期", "发放日期"]),
                (Field.Fingerprint, ["指纹", "校验码", "明细校验码", "行校验码"]),
            ]),
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, Field> _fields;

    private Headings(Field[] needed, (Field Field, string[] Words)[] words)
    {
        Needed = needed;
        Words = words.ToFrozenDictionary(w => w.Field, w => w.Words);
        _fields = words.SelectMany(w => w.Words.Select(word => (Fold(word), w.Field))).DistinctBy(p => p.Item1)
            .ToFrozenDictionary(p => p.Item1, p => p.Field, StringComparer.Ordinal);
    }

    public static Headings Of(ListKind kind) => All[kind];

    /// <summary>Columns without which the list cannot be read at all. A school's list also needs the school by name or code.</summary>
    public IReadOnlyList<Field> Needed { get; }

    /// <summary>The accepted headings of each field, the usual one first.</summary>
    public FrozenDictionary<Field, string[]> Words { get; }

    public Field? Find(string heading) => _fields.TryGetValue(Fold(heading), out var field) ? field : null;

    /// <summary>Removes spaces, line breaks, punctuation and bracketed hints and folds full-width characters.</summary>
    public static string Fold(string heading)
    {
        var narrow = Text.Fold(heading);
        var kept = new StringBuilder(narrow.Length);
        var depth = 0;
        foreach (var c in narrow)
        {
            if (c is '(' or '[' or '{' or '【' or '〔' or '〈' or '《') depth++;
            else if (c is ')' or ']' or '}' or '】' or '〕' or '〉' or '》') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && char.IsLetterOrDigit(c)) kept.Append(c);
        }
        return kept.ToString();
    }
}
