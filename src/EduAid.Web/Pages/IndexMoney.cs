using EduAid.Application.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <summary>What of the approved money waits for somebody.</summary>
/// <param name="ToRelease">Batches that are put together and not released.</param>
/// <param name="ToHandOver">Batches whose file is made and not with the bank.</param>
/// <param name="Silent">Batches with the bank of which it has not said everything, the first of which it has since <paramref name="SilentSince"/>.</param>
/// <param name="Failed">Payments that failed or came back.</param>
public sealed record IndexMoney(int ToRelease, int ToHandOver, int Silent, DateOnly? SilentSince, int Failed)
{
    public IEnumerable<WaitingItem> Waiting(Role role, IStringLocalizer<Texts> texts)
    {
        var finance = role == Role.Finance;
        if (finance && Silent > 0) yield return Item(Silent, true, texts["Home.Money.Silent", Days.Text(SilentSince!.Value)], "Return", "/Payments/Batches");
        if (finance && ToHandOver > 0) yield return Item(ToHandOver, true, texts["Home.Money.HandOver"], "HandOver", "/Payments/Batches");
        if (ToRelease > 0 && (finance || role == Role.AidOfficer)) yield return Item(ToRelease, finance, texts["Home.Money.Release"], "Release", "/Payments/Batches");
        if (Failed > 0 && role == Role.AidOfficer) yield return new(texts["Home.Count.Payments", Failed], false, texts["Home.Money.Failed"], texts["Home.Money.Do.Mend"], "/Payments/Waiting");

        WaitingItem Item(int count, bool urgent, string text, string act, string href) => new(texts["Home.Count.Batches", count], urgent, text, texts["Home.Money.Do." + act], href);
    }
}
