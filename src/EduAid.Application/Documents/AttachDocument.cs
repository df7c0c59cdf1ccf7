using System.Security.Cryptography;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Documents;

public enum DocumentRefusal
{
    NotYourRole = 1,

    /// <summary>What it should belong to is not there.</summary>
    NotFound,
    Empty,

    /// <summary>Above <see cref="AttachDocument.Largest"/>.</summary>
    TooLarge,

    /// <summary>Neither PDF nor JPEG, PNG or TIFF.</summary>
    NotADocument,

    /// <summary>The same bytes are there already.</summary>
    AlreadyThere,
}

public sealed record SentDocument(DocumentSubject Kind, string Subject, string? Title, string FileName, byte[] Content);

/// <summary>Adds a scan to a step. It is kept for good: papers are added, never replaced.</summary>
public sealed class AttachDocument(EduAidDbContext db, Work work, StoredFiles stored, AuditTrail trail, TimeProvider time)
{
    /// <summary>Bytes: 20 MiB.</summary>
    public const int Largest = 20 * 1024 * 1024;

    public const int LongestTitle = 100;

    private const int LongestName = 150;

    /// <summary>Whether a file can be taken: asked before what it belongs to is written.</summary>
    public static bool Takes(byte[] content) => content.Length <= Largest && DocumentContent.TypeOf(content) is not null;

    public async Task<DocumentRefusal?> RunAsync(Actor actor, SentDocument sent, CancellationToken stop)
    {
        if (!DocumentRights.May(actor, sent.Kind)) return DocumentRefusal.NotYourRole;
        // However an address wrote the key, it is kept in one way only.
        if (Guid.TryParse(sent.Subject, out var subject)) sent = sent with { Subject = subject.ToString() };
        if (sent.Content.Length == 0) return DocumentRefusal.Empty;
        if (sent.Content.Length > Largest) return DocumentRefusal.TooLarge;
        if (DocumentContent.TypeOf(sent.Content) is not { } type) return DocumentRefusal.NotADocument;
        var now = time.GetUtcNow();
        var key = Keys.New(now);
        await stored.SaveAsync(key, sent.Content, stop);
        var refusal = await work.ChangeAsync(() => WriteAsync(actor, sent, type, key, now, stop), stop);
        if (refusal is not null) stored.Delete(key);
        return refusal;
    }

    private async Task<DocumentRefusal?> WriteAsync(Actor actor, SentDocument sent, string type, Guid key, DateTimeOffset now, CancellationToken stop)
    {
        if (!await DocumentRights.SeesAsync(db, sent.Kind, sent.Subject, stop)) return DocumentRefusal.NotFound;
        var hash = Convert.ToHexStringLower(SHA256.HashData(sent.Content));
        if (await db.StoredDocuments.AnyAsync(d => d.SubjectKind == sent.Kind && d.Subject == sent.Subject && d.Sha256 == hash, stop)) return DocumentRefusal.AlreadyThere;
        var name = BaseName(sent.FileName);
        var document = new StoredDocument
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            SubjectKind = sent.Kind,
            Subject = sent.Subject,
            Title = TitleOf(sent.Title, name),
            FileName = name,
            ContentType = type,
            Size = sent.Content.Length,
            Sha256 = hash,
            File = key,
            By = actor.Name,
            At = now,
        };
        db.StoredDocuments.Add(document);
        await db.SaveChangesAsync(stop);
        trail.Record(actor, "document.attach", $"document:{document.Id}", new { Kind = sent.Kind.ToString(), sent.Subject, document.Title, document.Size, document.Sha256 });
        return null;
    }

    private static string TitleOf(string? title, string name)
    {
        var text = string.IsNullOrWhiteSpace(title) ? name : title.Trim();
        return text.Length > LongestTitle ? text[..LongestTitle] : text;
    }

    private static string BaseName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (last.Length == 0) return "未命名";
        return last.Length > LongestName ? last[^LongestName..] : last;
    }
}
