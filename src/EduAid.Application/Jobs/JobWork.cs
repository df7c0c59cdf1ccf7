using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Application.Audit;
using EduAid.Domain.Values;

namespace EduAid.Application.Jobs;

/// <summary>One run of a job: who asked for it, and where to say how far it has come.</summary>
public sealed record JobRun(Job Job, Actor Actor, IProgress<JobStep> Progress)
{
    public T Arguments<T>() => JobJson.Read<T>(Job.Arguments);
}

/// <param name="Refused">The verb said no.</param>
/// <param name="FileName">Set where the run has stored a file under the job's key.</param>
public sealed record JobAnswer(object? Value, bool Refused = false, string? FileName = null);

/// <summary>How one kind of job is done: it calls the verb and gives back its answer.</summary>
public abstract class JobWork
{
    /// <summary>What can be read before anything is held.</summary>
    public virtual Task PrepareAsync(JobRun run, CancellationToken stop) => Task.CompletedTask;

    public abstract Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop);
}

public static class JobKinds
{
    /// <summary>
    /// Whether it changes the county's books. Then verb and end of the job are one transaction, and such jobs of one county wait for each other.
    /// </summary>
    public static bool Changes(this JobKind kind) => kind is JobKind.Accept or JobKind.Generate or JobKind.Close or JobKind.Check;
}

/// <summary>How arguments and answers of jobs are written.</summary>
public static class JobJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new SemesterText(), new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">It is no such thing.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Nothing is written there.");

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Nothing is written there.");

    // The answer's own type is not known here.
    internal static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    private sealed class SemesterText : JsonConverter<Semester>
    {
        public override Semester Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Semester.FromNumber(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, Semester value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
    }
}
