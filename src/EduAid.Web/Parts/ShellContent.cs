namespace EduAid.Web.Parts;

/// <summary>Fills the shell of a request. The one place that knows rail, semesters and person; pages do not repeat it.</summary>
public sealed class ShellContent
{
    public Task<Shell> ForAsync(HttpContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Shell.Empty);
    }
}
