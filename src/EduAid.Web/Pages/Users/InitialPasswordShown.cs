namespace EduAid.Web.Pages.Users;

/// <summary>A password that has just been made: shown in this one answer and kept nowhere.</summary>
public sealed record InitialPasswordShown(string UserName, string Password);
