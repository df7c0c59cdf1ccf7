using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace EduAid.Web.Pages.Subsidies;

/// <summary>The seven programmes for everybody, without signing in: who gets what, when, and where to ask; prints as a leaflet.</summary>
public sealed class IndexModel(EduAidDbContext db, CountySettings county, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public PublicPolicy Known { get; private set; } = null!;

    /// <summary>The address of the calculator as a QR code, PNG in base 64.</summary>
    public string Picture { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        Known = await PublicPolicy.LoadAsync(db, county, day, stop);
        using var qr = QRCodeGenerator.GenerateQrCode($"{Request.Scheme}://{Request.Host}{Request.PathBase}/Subsidies/Calculator", QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(qr);
        Picture = Convert.ToBase64String(png.GetGraphic(6));
    }
}
