using AngleSharp.Dom;

namespace EduAid.Web.Tests.Parts;

public sealed class FormTests(DesignPage design) : IClassFixture<DesignPage>
{
    [Fact]
    public async Task Every_control_has_a_label_of_its_own()
    {
        var page = await design.GetAsync();
        var controls = page.QuerySelectorAll("input:not([type=hidden]), select, textarea");
        controls.Length.Should().BeGreaterThan(8);
        foreach (var control in controls)
            page.QuerySelectorAll($"label[for='{control.Id}']").Should().ContainSingle($"of {control.OuterHtml}")
                .Which.TextContent.Trim().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Ids_are_unique_and_every_reference_is_there()
    {
        var page = await design.GetAsync();
        page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).Should().OnlyHaveUniqueItems();
        foreach (var attribute in new[] { "aria-describedby", "aria-labelledby", "aria-controls" })
            foreach (var element in page.QuerySelectorAll($"[{attribute}]"))
                foreach (var id in element.GetAttribute(attribute)!.Split(' '))
                    page.GetElementById(id).Should().NotBeNull($"{attribute} of {element.OuterHtml}");
    }

    [Fact]
    public async Task A_hint_is_tied_to_its_field_and_nothing_is_invalid_at_first()
    {
        var page = await design.GetAsync();
        page.GetElementById("Input_DocumentNumber")!.GetAttribute("aria-describedby").Should().Be("Input_DocumentNumber-hint");
        page.QuerySelectorAll("[aria-invalid]").Should().BeEmpty();
        page.QuerySelector("[data-focus]").Should().BeNull();
    }

    [Fact]
    public async Task An_error_is_tied_to_its_field_and_the_summary_takes_the_focus_and_leads_there()
    {
        var page = await design.PostAsync(("Input.Note", "照旧"));
        var field = page.GetElementById("Input_DocumentNumber")!;
        field.GetAttribute("aria-invalid").Should().Be("true");
        field.GetAttribute("aria-describedby").Should().Be("Input_DocumentNumber-hint Input_DocumentNumber-error");
        page.GetElementById("Input_DocumentNumber-error")!.TextContent.Should().Be("请填写文号");

        var summary = page.QuerySelector("[role=alert][data-focus]")!;
        summary.HasAttribute("autofocus").Should().BeTrue();
        summary.GetAttribute("tabindex").Should().Be("-1");
        summary.QuerySelectorAll("a").Select(a => page.GetElementById(a.GetAttribute("href")![1..])?.Id)
            .Should().Equal(["Input_DocumentNumber", "Input_Programme", "Input_Files"], "in the order of the fields");
    }

    [Fact]
    public async Task What_was_typed_comes_back_but_never_a_password()
    {
        var page = await design.PostAsync(("Input.Note", "照旧"), ("Input.Programme", "vocational-grant"), ("Input.Password", "correct-horse"));
        page.GetElementById("Input_Note")!.TextContent.Should().Be("照旧");
        page.QuerySelector("#Input_Programme option[selected]")!.GetAttribute("value").Should().Be("vocational-grant");
        page.DocumentElement.OuterHtml.Should().NotContain("correct-horse");
    }

    [Fact]
    public async Task An_unticked_box_stays_unticked_after_an_error()
    {
        (await design.GetAsync()).GetElementById("Input_Understood")!.HasAttribute("checked").Should().BeTrue();
        var page = await design.PostAsync(("Input.Understood", "false"));
        page.GetElementById("Input_Understood")!.HasAttribute("checked").Should().BeFalse();
    }

    [Fact]
    public async Task Upload_is_a_plain_file_box_in_a_form_that_can_carry_files()
    {
        var page = await design.GetAsync();
        var box = page.QuerySelector("input[type=file]")!;
        box.HasAttribute("multiple").Should().BeTrue();
        box.Closest("form")!.GetAttribute("enctype").Should().Be("multipart/form-data");
    }

    [Fact]
    public async Task A_confirm_step_names_what_it_touches_and_has_one_button_and_one_way_back()
    {
        var page = await design.GetAsync();
        var step = page.QuerySelector("form.confirm")!;
        step.GetAttribute("method").Should().Be("post");
        step.QuerySelectorAll(".confirm-touches li").Should().HaveCount(2);
        step.QuerySelectorAll("button").Should().ContainSingle().Which.TextContent.Should().Be("撤回 40 行");
        step.QuerySelectorAll("a").Should().ContainSingle().Which.GetAttribute("href").Should().Be("#forms");
        step.QuerySelector("input[name=__RequestVerificationToken]").Should().NotBeNull();
    }

    [Fact]
    public async Task Buttons_that_change_something_hold_a_second_click_and_downloads_do_not()
    {
        var page = await design.GetAsync();
        page.QuerySelectorAll("form.form button[data-busy], form.confirm button[data-busy]").Should().HaveCount(2);
        page.QuerySelectorAll("form.form button:not([data-busy])").Should().ContainSingle().Which.TextContent.Should().Be("下载模板");
    }
}
