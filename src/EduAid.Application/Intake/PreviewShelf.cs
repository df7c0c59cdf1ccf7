using Microsoft.Extensions.Caching.Memory;

namespace EduAid.Application.Intake;

/// <summary>
/// Keeps previews for some minutes, so that turning a page does not read the files again. Protected cells are masked in them.
/// Whoever takes one down has first found its upload in the own scope.
/// </summary>
public sealed class PreviewShelf : IDisposable
{
    private const int RowsKept = 400_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _previews = new(new MemoryCacheOptions { SizeLimit = RowsKept });

    public UploadPreview? Find(Guid upload) => _previews.Get<UploadPreview>(upload);

    public void Put(Guid upload, UploadPreview preview) =>
        _previews.Set(upload, preview, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = preview.Rows.Count + 1 });

    public void Remove(Guid upload) => _previews.Remove(upload);

    public void Dispose() => _previews.Dispose();
}
