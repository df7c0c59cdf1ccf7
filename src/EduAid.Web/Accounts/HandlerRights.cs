using EduAid.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Accounts;

/// <summary>Asks for the right of the very handler that a request would run; the folder's policy has already asked who may look.</summary>
public sealed class HandlerRights : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.ActionDescriptor.ViewEnginePath;
        if (Policies.IsOpen(page)) return next();
        var method = context.HttpContext.Request.Method;
        var looks = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        // A page without a handler for it would answer a post as if it had been done.
        if (context.HandlerMethod is not { } handler)
        {
            if (looks) return next();
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return Task.CompletedTask;
        }
        var visitor = context.HttpContext.RequestServices.GetRequiredService<Visitor>();
        context.Result = Policies.Asked(page, looks, handler.MethodInfo) is not { } right || !visitor.May(right) ? new ForbidResult()
            : right == Right.Export && !context.HttpContext.RequestServices.GetRequiredService<ExportLimit>().Allows(visitor.User!.Id)
                ? new StatusCodeResult(StatusCodes.Status429TooManyRequests) : null;
        return context.Result is null ? next() : Task.CompletedTask;
    }
}
