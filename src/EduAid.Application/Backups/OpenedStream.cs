using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EduAid.Application.Backups;

/// <summary>Reads what <see cref="SealedStream"/> wrote, with the recovery key.</summary>
internal sealed class OpenedStream : Stream
{
    private readonly Stream _input;
    private readonly AesGcm _cipher;
    private byte[] _chunk = [];
    private int _read;
    private long _number;
    private bool _last;

    /// <exception cref="InvalidDataException">The file is no backup.</exception>
    public OpenedStream(Stream input, ECDiffieHellman recovery)
    {
        _input = input;
        var magic = new byte[SealedStream.Magic.Length];
        if (input.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.AsSpan().SequenceEqual(SealedStream.Magic))
            throw new InvalidDataException("The file is no EduAid backup.");
        var length = new byte[4];
        input.ReadExactly(length);
        var size = BinaryPrimitives.ReadInt32BigEndian(length);
        if (size is < 32 or > 1024) throw new InvalidDataException("The backup is damaged.");
        var sender = new byte[size];
        input.ReadExactly(sender);
        using var ephemeral = ECDiffieHellman.Create();
        ephemeral.ImportSubjectPublicKeyInfo(sender, out _);
        _cipher = SealedStream.Cipher(recovery, ephemeral.PublicKey, sender);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="CryptographicException">The recovery key is another one, or the file was altered.</exception>
    /// <exception cref="EndOfStreamException">The file was cut off.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_read == _chunk.Length)
        {
            if (_last) return 0;
            Open();
        }
        var taken = Math.Min(count, _chunk.Length - _read);
        _chunk.AsSpan(_read, taken).CopyTo(buffer.AsSpan(offset));
        _read += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Open()
    {
        var head = new byte[5];
        _input.ReadExactly(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < 0 or > SealedStream.ChunkLength) throw new InvalidDataException("The backup is damaged.");
        var body = new byte[length + SealedStream.TagLength];
        _input.ReadExactly(body);
        _last = head[4] == 1;
        var (nonce, bound) = SealedStream.Place(_number++, _last);
        var clear = new byte[length];
        _cipher.Decrypt(nonce, body.AsSpan(0, length), body.AsSpan(length), clear, bound);
        (_chunk, _read) = (clear, 0);
    }
}
