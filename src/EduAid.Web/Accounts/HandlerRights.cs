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
        if (Policies.Asked(page, looks, handler.MethodInfo) is { } right && visitor.May(right)) return next();
        context.Result = new ForbidResult();
        return Task.CompletedTask;
    }
}
