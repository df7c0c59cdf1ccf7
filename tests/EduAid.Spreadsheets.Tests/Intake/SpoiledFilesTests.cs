using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Synthetic;

namespace EduAid.Spreadsheets.Tests.Intake;

/// <summary>Whatever the bytes are: rows and findings, never an exception.</summary>
public class SpoiledFilesTests
{
    private static readonly int Files = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 2000 : 200;

    [Fact]
    public void Mutated_and_random_files_give_findings_and_never_an_exception()
    {
        var random = new Random(20200402);
        var originals = SyntheticCounty.Make(SyntheticCountyOptions.Trial(4, messy: true)).Files().ToList();
        var (findings, rows) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var original = originals[random.Next(originals.Count)];
            var content = Spoil(original.Content.ToArray(), random);
            foreach (var count in (Func<(int Rows, int Findings)>[])
            [
                () => Counts(Sent.Read(Sent.Enrolments(), content, original.Name)),
                () => Counts(Sent.Read(new RegistrationReader(Sent.Today), content, original.Name)),
                () => Counts(Sent.Read(new SchoolReader(), content, original.Name)),
            ])
            {
                (int Rows, int Findings) read = (0, 0);
                FluentActions.Invoking(() => read = count()).Should().NotThrow("file {0} is {1} spoiled", i, original.Name);
                (read.Rows + read.Findings).Should().BeGreaterThan(0, "nothing is passed over in silence");
                rows += read.Rows;
                findings += read.Findings;
            }
        }
        rows.Should().BeGreaterThan(0);
        findings.Should().BeGreaterThan(Files);
    }

    private static (int Rows, int Findings) Counts<T>(ReadList<T> list)
        where T : class => (list.Rows.Count, list.Codes().Count());

    private static byte[] Spoil(byte[] content, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                var noise = new byte[random.Next(4000)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return content[..random.Next(content.Length)];
            case 2:
                random.NextBytes(content.AsSpan(random.Next(content.Length / 2), content.Length / 4));
                return content;
            default:
                for (var flips = random.Next(1, 40); flips > 0; flips--) content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
                return content;
        }
    }
}
