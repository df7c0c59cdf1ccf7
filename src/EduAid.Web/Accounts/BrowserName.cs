namespace EduAid.Web.Accounts;

/// <summary>A browser and its system, as a person would say it, from what it calls itself.</summary>
public static class BrowserName
{
    // The first that fits: most browsers also call themselves by the names further down.
    private static readonly (string Token, string Name)[] Browsers =
        [("MicroMessenger", "微信"), ("Edg/", "Edge"), ("QQBrowser", "QQ 浏览器"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string agent)
    {
        var names = new[] { Browsers, Systems }.Select(set => set.FirstOrDefault(s => agent.Contains(s.Token, StringComparison.Ordinal)).Name).OfType<string>().ToList();
        return names.Count > 0 ? string.Join(" · ", names) : "—";
    }
}
