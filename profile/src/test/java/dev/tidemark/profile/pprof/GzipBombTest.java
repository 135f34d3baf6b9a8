package dev.tidemark.profile.pprof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.oracle.CaptureFiles;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gzip that lies, is cut, or inflates to far more than it says. */
class GzipBombTest {
  private static final Limits SMALL = new Limits(64 << 20, 64 << 20, 2_000_000, 100_000);
  private static final byte[] WHOLE = CaptureFiles.bytes(CaptureFiles.format("shapes-block.pb.gz"));

  @ParameterizedTest
  @ValueSource(ints = {1 << 20, 64 << 20, 1 << 30})
  void aBombOfOneByteOverAndOverEndsInTheTypedErrorInBoundedMemory(int inflated) {
    byte[] bomb = bomb(new byte[] {0}, inflated);
    long before = Allocation.bytes();
    assertThat(failure(bomb).problem()).isNotBlank();
    assertThat(Allocation.bytes() - before).isLessThan(400L << 20);
  }

  @Test
  void aBombOverTheLimitSaysSo() {
    assertThat(failure(bomb(new byte[] {0}, 65 << 20)).problem())
        .isEqualTo("inflates to more than the limit of 67,108,864 bytes");
  }

  /** Each is a legal piece of a profile of few bytes that costs many in memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\0002\0", // whole profiles of a value type and a string
        "2\0", // strings
        "2\001a",
        "*\0", // functions
        "\"\0", // locations
        "\"\002\"\0", // locations with a line
        "\032\0", // mappings
        "\022\0", // samples
        "h\0", // comments
        "\n\0" // value types
      })
  void piecesThatCostMoreThanTheirBytesAreCounted(String piece) {
    byte[] bomb = bomb(piece.getBytes(ISO_8859_1), 24 << 20);
    assertThat(bomb.length).isLessThan(1 << 20);
    long before = Allocation.bytes();
    assertThat(failure(bomb).problem()).isNotBlank();
    assertThat(Allocation.bytes() - before).isLessThan(400L << 20);
  }

  @Test
  void labelsAndPackedCommentsAreCountedToo() {
    byte[] label = {0x1a, 0x02, 0x18, 0x01};
    byte[] labels = repeated(label, 12 << 20);
    long before = Allocation.bytes();
    assertThat(failure(gzip(profileWithSample(labels))).problem())
        .isEqualTo("more than 2,000,000 labels");
    ByteArrayOutputStream comments = new ByteArrayOutputStream();
    Message.write(comments, Message.Part.bytes(13 << 3 | Wire.BYTES, new byte[12 << 20]), 12 << 20);
    assertThat(failure(gzip(comments.toByteArray())).problem())
        .isEqualTo("more than 2,000,000 entries in the tables");
    assertThat(Allocation.bytes() - before).isLessThan(1L << 30);
  }

  @Test
  void aLieAboutTheLengthCostsNoMemoryAndIsNamed() {
    byte[] lie = WHOLE.clone();
    Arrays.fill(lie, lie.length - 4, lie.length, (byte) 0x7f);
    long before = Allocation.bytes();
    MalformedProfileException failure = failure(lie);
    assertThat(failure.problem()).isEqualTo("gzip length does not match the data");
    assertThat(failure.offset()).isEqualTo(lie.length - 4);
    assertThat(Allocation.bytes() - before).isLessThan(1 << 20);
  }

  @Test
  void aWrongChecksumIsNamed() {
    byte[] wrong = WHOLE.clone();
    wrong[wrong.length - 8] ^= 1;
    assertThat(failure(wrong).getMessage())
        .isEqualTo("byte %,d: gzip checksum does not match the data".formatted(wrong.length - 8));
  }

  @Test
  void everyCutIsTheTypedError() {
    for (int length = 0; length < WHOLE.length; length++) {
      assertThat(failure(Arrays.copyOf(WHOLE, length)).problem()).isNotBlank();
    }
    assertThat(failure(Arrays.copyOf(WHOLE, WHOLE.length - 3)).problem())
        .isEqualTo("ends inside the gzip trailer: the file was cut");
    assertThat(failure(Arrays.copyOf(WHOLE, WHOLE.length / 2)).problem())
        .isEqualTo("ends inside the gzip data: the file was cut");
  }

  @Test
  void zerosBehindTheLastMemberArePadding() throws MalformedProfileException {
    byte[] padded = Arrays.copyOf(WHOLE, WHOLE.length + 512);
    assertThat(PprofReader.read(padded, SMALL)).hasSize(1);
    padded[padded.length - 1] = 1;
    assertThat(failure(padded).problem()).isEqualTo("not a gzip header");
  }

  @Test
  void emptyMembersBeforeAndBehindAreNothing() throws MalformedProfileException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    byte[] empty = gzip(new byte[0]);
    for (int i = 0; i < 1000; i++) {
      members.writeBytes(empty);
    }
    members.writeBytes(WHOLE);
    members.writeBytes(empty);
    assertThat(PprofReader.read(members.toByteArray(), SMALL)).hasSize(1);
    assertThat(failure(empty).getMessage()).isEqualTo("byte 0: empty: not a profile");
  }

  @Test
  void allOptionalHeaderFieldsAreSkipped() throws MalformedProfileException {
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 0});
    member.writeBytes(new byte[] {3, 0, 1, 2, 3}); // extra
    member.writeBytes("shop.pb\0a comment\0".getBytes(ISO_8859_1));
    member.writeBytes(new byte[] {1, 2}); // checksum of the header
    member.write(WHOLE, 10, WHOLE.length - 10);
    assertThat(PprofReader.read(member.toByteArray(), SMALL)).hasSize(1);
  }

  @Test
  void aDictionaryIsNoPartOfGzip() {
    // What would be zlib's header with the dictionary flag is a broken block here.
    byte[] flagged = WHOLE.clone();
    flagged[10] = 0x78;
    flagged[11] = (byte) 0xf9;
    assertThat(failure(flagged).problem()).isNotBlank();
    byte[] reserved = WHOLE.clone();
    reserved[10] = 7;
    assertThat(failure(reserved).problem()).startsWith("broken deflate data");
  }

  @Test
  void inputOverTheLimitIsNotEvenInflated() {
    Limits tiny = new Limits(1000, 64 << 20, 2_000_000, 100_000);
    assertThat(failure(WHOLE, tiny).getMessage())
        .isEqualTo("byte 1,000: input of %,d bytes is over the limit".formatted(WHOLE.length));
  }

  private static byte[] profileWithSample(byte[] labels) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    sample.writeBytes(new byte[] {0x12, 1, 1});
    sample.writeBytes(labels);
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    profile.writeBytes(new byte[] {0x0a, 0});
    Message.write(profile, Message.Part.bytes(Field.SAMPLE, sample.toByteArray()), sample.size());
    profile.writeBytes(new byte[] {0x32, 0});
    return profile.toByteArray();
  }

  private static MalformedProfileException failure(byte[] bytes) {
    return failure(bytes, SMALL);
  }

  private static MalformedProfileException failure(byte[] bytes, Limits limits) {
    return catchThrowableOfType(
        MalformedProfileException.class, () -> PprofReader.read(bytes, limits));
  }

  private static byte[] repeated(byte[] piece, int length) {
    byte[] all = new byte[length / piece.length * piece.length];
    for (int at = 0; at < all.length; at += piece.length) {
      System.arraycopy(piece, 0, all, at, piece.length);
    }
    return all;
  }

  private static byte[] gzip(byte[] data) {
    return PprofMutations.gzip(data);
  }

  /** Gzip of a piece over and over, made without ever holding what it inflates to. */
  private static byte[] bomb(byte[] piece, int inflated) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    CRC32 crc = new CRC32();
    byte[] block = repeated(piece, 60 << 10);
    byte[] compressed = new byte[16 << 10];
    int length = 0;
    while (!deflater.finished()) {
      if (deflater.needsInput() && length < inflated) {
        deflater.setInput(block);
        crc.update(block);
        length += block.length;
      } else if (deflater.needsInput()) {
        deflater.finish();
      }
      out.write(compressed, 0, deflater.deflate(compressed));
    }
    deflater.end();
    for (long number : new long[] {crc.getValue(), length}) {
      for (int shift = 0; shift < 32; shift += 8) {
        out.write((int) (number >>> shift) & 0xff);
      }
    }
    return out.toByteArray();
  }
}
