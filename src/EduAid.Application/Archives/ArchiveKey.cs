using System.Security.Cryptography;
using EduAid.Application.Storage;

namespace EduAid.Application.Archives;

/// <summary>
/// The ECDSA P-256 key that signs archive packages. It lies with the other keys, outside the database, and goes with them into every
/// backup. It is made when first needed and never changed: a package names its key, but only the printed cover says whose key that is.
/// </summary>
public sealed class ArchiveKey(DataFolder folder)
{
    public static string FileIn(DataFolder folder) => Path.Combine(folder.Keys, "archive-key.pem");

    /// <summary>To be disposed of by the caller.</summary>
    public ECDsa Open()
    {
        if (!File.Exists(FileIn(folder))) Create();
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(FileIn(folder)));
        return key;
    }

    // Two archives closed at the same moment must not each make a key: the file is moved into place once and never over another.
    private void Create()
    {
        var draft = Path.Combine(folder.Keys, $"archive-key-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}.new");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            DataFolder.WriteOwnerOnly(draft, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        try
        {
            File.Move(draft, FileIn(folder), overwrite: false);
        }
        catch (IOException) when (File.Exists(FileIn(folder)))
        {
            File.Delete(draft);
        }
    }
}
