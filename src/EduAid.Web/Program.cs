using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Serilog;

var builder = WebApplication.CreateBuilder(args);
var folder = new DataFolder(builder.Configuration["Data"] ?? "data");
builder.Services.AddSerilog(log => log.MinimumLevel.Information()
    .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", Serilog.Events.LogEventLevel.Information)
    .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture).WriteTo.File(Path.Combine(folder.Logs, "eduaid-.log"), formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day));

var county = builder.Configuration.GetSection("County").Get<CountySettings>() ?? CountySettings.Default;
builder.Services.AddEduAid(folder, DatabaseSetup.From(builder.Configuration, folder), county);
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder.Keys)).SetApplicationName("EduAid");
builder.Services.AddIdentityCore<User>(options =>
{
    options.Password.RequiredLength = 10;
    options.Lockout.MaxFailedAccessAttempts = 5;
    options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
}).AddEntityFrameworkStores<EduAidDbContext>().AddSignInManager().AddDefaultTokenProviders();
builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
builder.Services.ConfigureApplicationCookie(options =>
{
    options.LoginPath = "/Account/SignIn";
    options.AccessDeniedPath = "/Account/Denied";
    options.Cookie.HttpOnly = true;
    options.Cookie.SameSite = SameSiteMode.Lax;
    options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
    options.SlidingExpiration = true;
});
builder.Services.AddAuthorization(Policies.AddTo);
builder.Services.AddScoped<Visitor>();
builder.Services.AddScoped<IAuthorizationHandler, RoleHandler>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddRazorPages(options =>
{
    options.Conventions.AuthorizeFolder("/", Policies.Business);
    options.Conventions.AuthorizeFolder("/Registers", Policies.County);
    options.Conventions.AuthorizeFolder("/Missed", Policies.County);
    options.Conventions.AuthorizeFolder("/Users", Policies.System);
    options.Conventions.AllowAnonymousToFolder("/Account");
    options.Conventions.AllowAnonymousToFolder("/Design");
});
builder.Services.AddParts();

var app = builder.Build();
await app.Services.GetRequiredService<Initialise>().RunAsync(new Actor("system", "system", "start"), CancellationToken.None);
app.UseParts();
app.UseRouting();
app.UseAuthentication();
app.UseMiddleware<VisitorMiddleware>();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();
