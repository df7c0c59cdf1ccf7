using System.Data.Common;
using System.Globalization;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace EduAid.Web.Setup;

/// <summary>Logs to the console and to a file a day. No personal data: paths without their query, faults without the text of what was read.</summary>
public static class LogSetup
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Message:lj}{NewLine}{Fault}";

    public static void AddLog(this WebApplicationBuilder builder, DataFolder folder) => builder.Services.AddSerilog(log => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .Enrich.With(new FaultWithoutValues())
        .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(Path.Combine(folder.Logs, "eduaid-.log"), outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day, retainedFileCountLimit: 200, shared: true),
        // Each application logs to its own folder, also where several run in one process.
        preserveStaticLogger: true);

    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null ? LogEventLevel.Debug : LogEventLevel.Information;
    });

    // An exception's text may quote a cell or a name; its kind and place do not. Databases and the file system speak of themselves.
    private sealed class FaultWithoutValues : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (logEvent.Exception is null) return;
            var text = string.Concat(Chain(logEvent.Exception).Select(e =>
                $"{e.GetType().FullName}{(e is DbException or IOException ? ": " + e.Message : "")}{Environment.NewLine}{e.StackTrace}{Environment.NewLine}"));
            logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty("Fault", text));
        }

        private static IEnumerable<Exception> Chain(Exception? failure)
        {
            for (; failure is not null; failure = failure.InnerException) yield return failure;
        }
    }
}
