using EduAid.Application.Intake;

namespace EduAid.Web.Pages.Imports;

internal static class SentFiles
{
    public static async Task<IReadOnlyList<UploadedFile>> ReadAsync(IEnumerable<IFormFile> files, CancellationToken stop)
    {
        var read = new List<UploadedFile>();
        foreach (var file in files)
        {
            var content = new byte[checked((int)file.Length)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, stop);
            read.Add(new(file.FileName, content));
        }
        return read;
    }
}
