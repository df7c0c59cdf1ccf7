using System.CommandLine;
namespace EduAid.Cli.Commands;
internal static class DemoCommand { public static Command Make() => new("demo"); }
