using EduAid.Application.Jobs;
using EduAid.Web.Pages.Jobs;

namespace EduAid.Web.Setup;

/// <summary>Long work. Configuration section <c>Jobs</c> (<see cref="JobLimits"/>).</summary>
public static class JobSetup
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection("Jobs").Get<JobLimits>() is { } limits) services.AddSingleton(limits);
        services.AddScoped<JobDesk>();
        services.AddScoped<JobWords>();
        services.AddScoped<Pages.Lists.AcceptStep>();
        services.AddHostedService<JobWorker>();
    }
}
