namespace EduAid.Web.Resources;

/// <summary>Marks the resource files beside it: <c>IStringLocalizer&lt;Texts&gt;</c> reads Texts.resx (Chinese) and Texts.en.resx.</summary>
public sealed class Texts;
