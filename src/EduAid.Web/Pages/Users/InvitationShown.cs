namespace EduAid.Web.Pages.Users;

/// <summary>An invitation that has just been opened: its link is shown in this one answer and kept nowhere.</summary>
public sealed record InvitationShown(string UserName, string Link)
{
    public static InvitationShown Of(HttpRequest request, string userName, string code) =>
        new(userName, $"{request.Scheme}://{request.Host}{request.PathBase}/Account/Invitation?code={Uri.EscapeDataString(code)}");
}
