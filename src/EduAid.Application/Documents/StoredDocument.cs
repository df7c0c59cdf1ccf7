using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Documents;

/// <summary>What a scan belongs to.</summary>
public enum DocumentSubject
{
    Batch = 1,
    Voucher,
    Return,
    Roster,

    /// <summary>A progress report of the work plan.</summary>
    Progress,

    /// <summary>A written objection to a roster on notice, or its answer.</summary>
    Objection,

    /// <summary>证明材料 of a pupil; the person's key.</summary>
    Pupil = 11,

    /// <summary>The same of a household; the key of a member, as a household's number may stand in no address.</summary>
    Household,

    /// <summary>Proof of what was found of a child who is on no list; the outcome's key.</summary>
    Outcome = 21,

    /// <summary>The document behind a proposed policy value; the proposal's key.</summary>
    Policy = 22,

    /// <summary>A photograph of a home-teaching visit; the visit's key.</summary>
    HomeVisit = 31,

    /// <summary>A paper of one step of a case of dropout control; the step's key.</summary>
    Dropout,

    /// <summary>A photograph of a pairing visit; the visit's key.</summary>
    PairVisit = 51,
}

/// <summary>扫描件: a paper of one step, kept encrypted beside the database.</summary>
public sealed class StoredDocument : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required DocumentSubject SubjectKind { get; init; }

    /// <summary>Key of what it belongs to; a return's number.</summary>
    public required string Subject { get; init; }

    public required string Title { get; init; }

    /// <summary>Base name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>By its content, never by its name.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required int Size { get; init; }

    /// <summary>In lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Key of the stored file.</summary>
    public required Guid File { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Those of many things of a kind, by the key of each and as they came; one question.</summary>
    public static async Task<ILookup<string, StoredDocument>> OfEachAsync(EduAidDbContext db, DocumentSubject kind, IReadOnlyList<string> subjects, CancellationToken stop) =>
        (await db.StoredDocuments.Where(d => d.SubjectKind == kind && subjects.Contains(d.Subject)).OrderBy(d => d.Id).ToListAsync(stop)).ToLookup(d => d.Subject);
}

internal sealed class StoredDocumentMapping : IEntityTypeConfiguration<StoredDocument>
{
    public void Configure(EntityTypeBuilder<StoredDocument> document)
    {
        document.HasKey(d => new { d.County, d.Id });
        document.Property(d => d.County).HasMaxLength(12);
        document.Property(d => d.Subject).HasMaxLength(40);
        document.Property(d => d.Title).HasMaxLength(AttachDocument.LongestTitle);
        document.Property(d => d.FileName).HasMaxLength(200);
        document.Property(d => d.ContentType).HasMaxLength(60);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasIndex(d => new { d.County, d.SubjectKind, d.Subject });
    }
}
