package dev.tidemark.detect.memory;

import dev.tidemark.detect.stream.MalformedStateException;
import dev.tidemark.detect.stream.StateCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A memory state as bytes: a version, the fields in order, the blocks. Big endian; at most {@link
 * #MOST_BYTES}.
 */
public final class MemoryStateCodec implements StateCodec<MemoryState> {
  public static final int MOST_BYTES = 200 + Blocks.MOST * 24;
  private static final int VERSION = 1;

  @Override
  public byte[] encode(MemoryState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + state.blocks.count() * 24);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(state.lastSequence);
      out.writeLong(state.lastMillis);
      out.writeLong(state.firstMillis);
      out.writeLong(state.samples);
      out.writeLong(state.passedOver);
      out.writeDouble(state.limit);
      out.writeLong(state.lifeMillis);
      out.writeInt(state.restarts);
      out.writeBoolean(state.startWasSeen);
      out.writeDouble(state.highestEarlier);
      out.writeLong(state.openMillis);
      out.writeDouble(state.openLow);
      out.writeDouble(state.openHigh);
      out.writeInt(state.openCount);
      out.writeBoolean(state.leakWasSeen);
      write(state.blocks.older(), out);
      out.writeInt(state.blocks.count());
      for (int block = 0; block < state.blocks.count(); block++) {
        out.writeLong(state.blocks.startMillis(block));
        out.writeDouble(state.blocks.low(block));
        out.writeDouble(state.blocks.high(block));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public MemoryState decode(byte[] bytes) throws MalformedStateException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new MalformedStateException("a state of version " + version + ", not " + VERSION);
      }
      MemoryState state = new MemoryState();
      state.lastSequence = in.readLong();
      state.lastMillis = in.readLong();
      state.firstMillis = in.readLong();
      state.samples = in.readLong();
      state.passedOver = in.readLong();
      state.limit = in.readDouble();
      state.lifeMillis = in.readLong();
      state.restarts = in.readInt();
      state.startWasSeen = in.readBoolean();
      state.highestEarlier = in.readDouble();
      state.openMillis = in.readLong();
      state.openLow = in.readDouble();
      state.openHigh = in.readDouble();
      state.openCount = in.readInt();
      state.leakWasSeen = in.readBoolean();
      read(state.blocks.older(), in);
      readBlocks(state.blocks, in);
      if (in.read() >= 0) {
        throw new MalformedStateException("there is more behind the state");
      }
      return state;
    } catch (IOException cut) {
      throw new MalformedStateException(
          "ends inside the state, after %,d bytes".formatted(bytes.length));
    }
  }

  private static void write(HighWater older, DataOutputStream out) throws IOException {
    out.writeLong(older.lastDay);
    for (double high : older.highs) {
      out.writeDouble(high);
    }
    out.writeDouble(older.lowest);
    out.writeDouble(older.largestRise);
  }

  private static void read(HighWater older, DataInputStream in) throws IOException {
    older.lastDay = in.readLong();
    for (int day = 0; day < HighWater.DAYS; day++) {
      older.highs[day] = in.readDouble();
    }
    older.lowest = in.readDouble();
    older.largestRise = in.readDouble();
  }

  private static void readBlocks(Blocks blocks, DataInputStream in)
      throws IOException, MalformedStateException {
    int count = in.readInt();
    if (count < 0 || count > Blocks.MOST) {
      throw new MalformedStateException("a state of %,d blocks".formatted(count));
    }
    long last = Long.MIN_VALUE;
    for (int block = 0; block < count; block++) {
      long start = in.readLong();
      double low = in.readDouble();
      double high = in.readDouble();
      if (start <= last || !(low >= 0 && low <= high && high < Double.POSITIVE_INFINITY)) {
        throw new MalformedStateException("block %,d is none".formatted(block));
      }
      last = start;
      blocks.add(start, low, high);
    }
  }
}
