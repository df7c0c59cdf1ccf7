using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>Looks at the page that stands in a window, first as on an office screen, then as on a phone; leaves the window as it was.</summary>
internal sealed partial class Look(CountyRecords county)
{
    private const int Phone = 400;

    // Run as a plain script: the package's own runner opens a window more for each page, which takes many times as long.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly object Wcag = new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

    private static readonly object Targets = new { type = "rule", values = (string[])["target-size"] };

    // What axe has found no fault with needs no second look when another role sees the very same but for the name at the top.
    private readonly HashSet<string> _faultless = [];

    public async Task<List<Fault>> AtAsync(IPage page, string language)
    {
        var seen = await page.EvaluateAsync<Measured>(Measure);
        List<Fault> faults = [];
        if (seen.Title.Split('·')[0].Trim().Length == 0) faults.Add(new(Aspect.Heading, "no title of its own"));
        if (seen.Headings.Length != 1 || seen.Headings[0].Length == 0) faults.Add(new(Aspect.Heading, $"{seen.Headings.Length} headings of the first level"));
        if (seen.Language != language) faults.Add(new(Aspect.Heading, $"its language is {seen.Language}"));
        if (seen.Below is not null) faults.Add(new(Aspect.MainAction, $"{seen.Below} stands below the screen"));
        if (language == "en") faults.AddRange(seen.Chinese.Where(county.IsNotItsData).Select(text => new Fault(Aspect.Chinese, text)));
        var alike = Token().Replace(await page.EvaluateAsync<string>(WithoutName), "");
        var known = _faultless.Contains(alike);
        if (!known) await page.EvaluateAsync(Axe);
        if (!known) faults.AddRange(await ViolationsAsync(page, Wcag, ""));
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(Phone, 800);
        var tooWide = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        if (tooWide > 0) faults.Add(new(Aspect.Sideways, $"{tooWide} px too wide"));
        if (!known) faults.AddRange(await ViolationsAsync(page, Targets, " on a phone"));
        await page.SetViewportSizeAsync(size.Width, size.Height);
        if (!faults.Exists(f => f.Aspect == Aspect.Axe)) _faultless.Add(alike);
        return faults;
    }

    private static async Task<IEnumerable<Fault>> ViolationsAsync(IPage page, object rules, string where)
    {
        var violations = await page.EvaluateAsync<string[]>(RunAxe, rules);
        return violations.Select(v => new Fault(Aspect.Axe, v + where));
    }

    private const string WithoutName = """
        () => {
          const copy = document.body.cloneNode(true);
          copy.querySelector('.who')?.remove();
          return document.title + copy.innerHTML;
        }
        """;

    private const string RunAxe = """
        async rules => {
          const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
          return violations.flatMap(v => v.nodes.map(n => `${v.id} at ${n.target}: ${n.html}`));
        }
        """;

    // A table's cells, the choices of a list, what stands in a field and the facts and documents quoted with an amount are data; so is what the page itself says is Chinese.
    private const string Measure = """
        () => {
          const data = 'tbody td, tbody th, option, textarea, .demo-codes dt, .why small, .why-basis, [lang|=zh], script, style';
          const han = /\p{Script=Han}/u;
          const chinese = new Set();
          if (document.documentElement.lang === 'en') {
            const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (words.nextNode())
              if (han.test(words.currentNode.data) && !words.currentNode.parentElement.closest(data)) chinese.add(words.currentNode.data.trim());
            for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
              for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
                if (han.test(element.getAttribute(name) ?? '') && !element.closest(data)) chinese.add(element.getAttribute(name));
            if (han.test(document.title) && !document.querySelector('h1[lang|=zh]')) chinese.add(document.title);
          }
          const action = [...document.querySelectorAll('main .btn-primary, main .btn-danger')].find(b => b.checkVisibility());
          return {
            title: document.title.split('·').length > 1 ? document.title : '',
            language: document.documentElement.lang,
            headings: [...document.querySelectorAll('h1')].map(h => h.textContent.trim()),
            below: action && action.getBoundingClientRect().bottom > innerHeight ? action.textContent.trim() : null,
            chinese: [...chinese],
          };
        }
        """;

    // Filled by name from the script's answer.
    private sealed class Measured
    {
        public string Title { get; set; } = "";

        public string Language { get; set; } = "";

        public string[] Headings { get; set; } = [];

        public string? Below { get; set; }

        public string[] Chinese { get; set; } = [];
    }

    // New at every request.
    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex Token();
}
