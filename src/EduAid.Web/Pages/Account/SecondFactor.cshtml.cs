using System.Security.Cryptography;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace EduAid.Web.Pages.Account;

/// <summary>Sets up an authenticator. The secret that is offered lies in the form, sealed for this user, and is kept once a code has shown that it arrived.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorModel(
    SecondFactor factor, Session session, EduAidDbContext db, IDataProtectionProvider protection, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PixelsAModule = 6;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Offer { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Base 64 of a PNG.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>In groups of four.</summary>
    public string SecretShown { get; private set; } = "";

    /// <summary>Shown in this one answer.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Next => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Account";

    private IDataProtector Seal => protection.CreateProtector("second-factor", visitor.User!.Id.ToString());

    public void OnGet() => Show(OneTimeCode.NewSecret());

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Opened() is not { } secret)
        {
            Show(OneTimeCode.NewSecret());
            return Page();
        }
        if (await factor.SetUpAsync(visitor.Actor, visitor.User!.Id, secret, Code ?? "", stop) is not { } codes)
        {
            ModelState.AddModelError(nameof(Code), texts["Account.Code.Wrong"]);
            Show(secret);
            return Page();
        }
        var user = await db.Users.SingleAsync(u => u.Id == visitor.User.Id, stop);
        var first = visitor.Assignments.Count > 0 ? visitor.Assignments[0] : null;
        await session.OpenAsync(HttpContext, user, visitor.Session!.Assignment ?? first?.Id, proved: true, stop);
        RecoveryCodes = codes;
        return Page();
    }

    private string? Opened()
    {
        try
        {
            return Offer is null ? null : Seal.Unprotect(Offer);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Show(string secret)
    {
        ModelState.Remove(nameof(Offer));
        Offer = Seal.Protect(secret);
        SecretShown = string.Join(' ', secret.Chunk(4).Select(c => new string(c)));
        using var qr = QRCodeGenerator.GenerateQrCode(OneTimeCode.Address("EduAid", visitor.User!.UserName!, secret), QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(qr);
        Picture = Convert.ToBase64String(png.GetGraphic(PixelsAModule));
    }
}
