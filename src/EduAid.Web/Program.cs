using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.HttpOverrides;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var folder = builder.AddInstallation();
    builder.AddLog(folder);
    builder.LimitRequests();
    builder.Services.AddSessions(builder.Configuration);
    if (builder.Environment.IsDevelopment()) builder.Services.AddScoped<DemoCodes>();
    builder.Services.AddLimits(builder.Configuration);
    builder.Services.AddPages(builder.Environment);
    builder.Services.AddParts();
    builder.Services.AddHealth();
    builder.Services.AddJobs(builder.Configuration);
    builder.Services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);

    var app = builder.Build();
    await app.PrepareAsync(CancellationToken.None);
    app.UseForwardedHeaders();
    app.UseRequestLog();
    app.UseSafeHeaders();
    app.UseMiddleware<HostCookies>();
    app.UseExceptionHandler("/Error/500");
    if (!app.Environment.IsDevelopment()) app.UseHsts().UseHttpsRedirection();
    app.UseParts();
    app.UseStatusCodePagesWithReExecute("/Error/{0}");
    app.UseRouting();
    app.UseSizeLimit();
    app.UseAuthentication();
    app.UseMiddleware<VisitorMiddleware>();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous();
    app.MapRazorPages().WithStaticAssets();
    app.MapHealth();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartUpFault.Line(failure) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
