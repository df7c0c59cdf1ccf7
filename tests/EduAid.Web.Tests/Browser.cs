using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EduAid.Web.Tests;

/// <summary>What a person does in a browser: opens pages, and sends a page's own forms with the fields that they change.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    /// <summary>Opens a page that must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return await PageOf(response, path);
    }

    /// <summary>Sends a form of the page at <paramref name="path"/> as it stands there, token included, with some fields filled in.</summary>
    /// <param name="form">CSS selector; the first form of the main part if null.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, string? form, params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(Filled(await OpenAsync(path), path, form, fields, out var target));
        return await client.PostAsync(target, content);
    }

    /// <summary>The same for a form with files.</summary>
    public async Task<HttpResponseMessage> UploadAsync(
        string path, string? form, IReadOnlyList<(string Field, string Name, byte[] Content)> files, params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var content = new MultipartFormDataContent();
        var filled = Filled(await OpenAsync(path), path, form, fields, out var target);
        foreach (var (name, value) in filled) content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files) content.Add(new ByteArrayContent(bytes), field, name);
        return await client.PostAsync(target, content);
    }

    public async Task SignInAsync(string userName, string password)
    {
        using var response = await TrySignInAsync(userName, password);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, "the right password signs in");
    }

    public Task<HttpResponseMessage> TrySignInAsync(string userName, string password, string returnUrl = "") => SendAsync(
        "/Account/SignIn" + returnUrl, null, ("Input.UserName", userName), ("Input.Password", password));

    public static async Task<IHtmlDocument> PageOf(HttpResponseMessage response, string path = "/")
    {
        var html = await response.Content.ReadAsStringAsync();
        return (IHtmlDocument)await BrowsingContext.New().OpenAsync(r => r.Content(html).Address("https://eduaid.test" + path));
    }

    public void Dispose() => client.Dispose();

    private static List<KeyValuePair<string, string>> Filled(
        IHtmlDocument page, string path, string? selector, IReadOnlyList<(string Name, string Value)> fields, out Uri target)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector ?? "main form[method=post]")
            ?? throw new InvalidOperationException($"{path} has no form {selector}.");
        // The base of a relative address is the page itself, as in a browser.
        target = new Uri(new Uri("https://eduaid.test" + path), form.GetAttribute("action") ?? "");
        target = new Uri(target.PathAndQuery, UriKind.Relative);
        var sent = form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Name is not null && i.Type is not ("file" or "submit") && (i.Type is not ("checkbox" or "radio") || i.IsChecked))
            .Select(i => (Name: i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is not null).Select(s => (Name: s.Name!, Value: s.Value ?? "")))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Where(t => t.Name is not null).Select(t => (Name: t.Name!, t.Value)));
        return [.. sent.Where(s => fields.All(f => f.Name != s.Name)).Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value))];
    }
}
