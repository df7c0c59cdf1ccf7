using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EduAid.Web.Tests.Parts;

/// <summary>The catalogue of parts as a browser would get it.</summary>
public sealed class DesignPage : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("eduaid-design-").FullName;
    private readonly WebApplicationFactory<Program> factory;

    public DesignPage() => factory = new WebApplicationFactory<Program>()
        .WithWebHostBuilder(b => b.UseEnvironment("Development").UseSetting("Data", data).UseSetting("Demo", "false"));

    public HttpClient Client(bool redirects = true) =>
        factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = redirects });

    public WebApplicationFactory<Program> In(string environment) => factory.WithWebHostBuilder(
        b => b.UseEnvironment(environment));

    public async Task<IHtmlDocument> GetAsync(string query = "", string? language = null)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/design" + query);
        if (language is not null) request.Headers.Add("Accept-Language", language);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await ParseAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the form of the page with its antiforgery token, as a person would.</summary>
    public async Task<IHtmlDocument> PostAsync(params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var client = Client();
        var page = await ParseAsync(await client.GetStringAsync("/design"));
        var token = (IHtmlInputElement)page.QuerySelector("form.form input[name=__RequestVerificationToken]")!;
        using var form = new MultipartFormDataContent { { new StringContent(token.Value), token.Name! } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var response = await client.PostAsync("/design", form);
        response.EnsureSuccessStatusCode();
        return await ParseAsync(await response.Content.ReadAsStringAsync());
    }

    public static async Task<IHtmlDocument> ParseAsync(string html) =>
        (IHtmlDocument)await BrowsingContext.New().OpenAsync(r => r.Content(html));

    public void Dispose()
    {
        factory.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
