using System.ComponentModel.DataAnnotations;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Design;

/// <summary>Every part once, with invented values. There only in Development.</summary>
[AllowAnonymous]
public sealed class IndexModel(IHostEnvironment environment) : PageModel
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public Paging Paging { get; private set; } = null!;
    public Sorting Sorting { get; private set; } = null!;
    public IReadOnlyList<DesignRow> Rows { get; private set; } = [];
    public long Sum { get; private set; }

    public IActionResult OnGet() => environment.IsDevelopment() ? Shown() : NotFound();

    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment()) return NotFound();
        if (Input.Files.Count == 0) ModelState.AddModelError("Input.Files", "请选择至少一个文件");
        return Shown();
    }

    /// <summary>The progress part alone, as a job's page would answer it.</summary>
    public IActionResult OnGetProgress() => environment.IsDevelopment() ? Partial("_Progress", 20_000L) : NotFound();

    private PageResult Shown()
    {
        ViewData[Shell.ViewDataKey] = DesignFixture.Shell;
        var name = Request.Query.Text("name") ?? "";
        var grade = Request.Query.Text("grade") ?? "";
        Sorting = Sorting.From(Request.Query, new Sorting("number"), "number", "name", "grade", "amount");
        var rows = DesignFixture.Rows
            .Where(r => r.Name.Contains(name, StringComparison.Ordinal) && (grade.Length == 0 || r.Grade == grade))
            .ToList();
        Comparison<DesignRow> order = Sorting.Key switch
        {
            "name" => (a, b) => string.CompareOrdinal(a.Name, b.Name),
            "grade" => (a, b) => string.CompareOrdinal(a.Grade, b.Grade),
            "amount" => (a, b) => a.Fen.CompareTo(b.Fen),
            _ => (a, b) => a.Number.CompareTo(b.Number),
        };
        rows.Sort(Sorting.Descending ? (a, b) => order(b, a) : order);
        Sum = rows.Sum(r => r.Fen);
        Paging = Paging.From(Request.Query).Of(rows.Count);
        Rows = [.. rows.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }

    public sealed class FormInput
    {
        [Required(ErrorMessage = "请填写文号")]
        [StringLength(40, ErrorMessage = "文号最多 40 个字")]
        public string? DocumentNumber { get; set; }

        public DateOnly? ValidFrom { get; set; } = new(2020, 3, 1);

        [Required(ErrorMessage = "请选择项目")]
        public string? Programme { get; set; }

        public string? Note { get; set; }

        [DataType(DataType.Password)]
        public string? Password { get; set; }

        public bool Understood { get; set; } = true;

        public IReadOnlyList<IFormFile> Files { get; set; } = [];
    }
}
