using EduAid.Application.Jobs.Kinds;

namespace EduAid.Application.Jobs;

/// <summary>Which kind is done by what.</summary>
public sealed class JobWorks(
    PreviewWork preview, AcceptWork accept, GenerateWork generate, ExportWork export, EffectWork effect, ForecastWork forecast, CloseWork close, CheckWork check)
{
    public JobWork Of(JobKind kind) => kind switch
    {
        JobKind.Preview => preview,
        JobKind.Accept => accept,
        JobKind.Generate => generate,
        JobKind.Export => export,
        JobKind.Effect => effect,
        JobKind.Forecast => forecast,
        JobKind.Close => close,
        JobKind.Check => check,
        _ => throw new InvalidOperationException($"Nothing does {kind}."),
    };
}
