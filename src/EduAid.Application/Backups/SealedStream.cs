using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EduAid.Application.Backups;

/// <summary>
/// Encrypts what is written to the holder of a recovery key: an ephemeral P-256 pair, HKDF-SHA-256, then AES-256-GCM over chunks,
/// each bound to its place and the last one marked, so that nothing can be cut off, swapped or added unnoticed.
/// </summary>
internal sealed class SealedStream : Stream
{
    internal const int ChunkLength = 64 * 1024, TagLength = 16, NonceLength = 12;

    internal static readonly byte[] Magic = "EDUAID-BACKUP-1\n"u8.ToArray();

    private readonly Stream _output;
    private readonly AesGcm _cipher;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private int _filled;
    private long _number;
    private bool _finished;

    public SealedStream(Stream output, byte[] recoveryPublic)
    {
        _output = output;
        using var recipient = ECDiffieHellman.Create();
        recipient.ImportSubjectPublicKeyInfo(recoveryPublic, out _);
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var sender = ephemeral.ExportSubjectPublicKeyInfo();
        _cipher = Cipher(ephemeral, recipient.PublicKey, sender);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, sender.Length);
        output.Write(Magic);
        output.Write(length);
        output.Write(sender);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == ChunkLength) Seal(last: false);
            var taken = Math.Min(buffer.Length, ChunkLength - _filled);
            buffer[..taken].CopyTo(_chunk.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk; without it the file counts as cut off.</summary>
    public void Finish()
    {
        if (_finished) return;
        Seal(last: true);
        _finished = true;
    }

    public override void Flush() => _output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    internal static AesGcm Cipher(ECDiffieHellman own, ECDiffieHellmanPublicKey other, byte[] sender)
    {
        var shared = own.DeriveRawSecretAgreement(other);
        return new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, sender, Magic), TagLength);
    }

    internal static (byte[] Nonce, byte[] Bound) Place(long number, bool last)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return (nonce, [last ? (byte)1 : (byte)0]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool last)
    {
        var (nonce, bound) = Place(_number++, last);
        var sealed_ = new byte[5 + _filled + TagLength];
        BinaryPrimitives.WriteInt32BigEndian(sealed_, _filled);
        sealed_[4] = bound[0];
        _cipher.Encrypt(nonce, _chunk.AsSpan(0, _filled), sealed_.AsSpan(5, _filled), sealed_.AsSpan(5 + _filled), bound);
        _output.Write(sealed_);
        _filled = 0;
    }
}
