package dev.tidemark.profile.pprof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.pprof.Message.Part;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Profiles written field by field, in forms no writer of ours would choose. */
final class Wired {
  private final List<Part> parts = new ArrayList<>();

  /** A profile of one value type, {@code allocations/count}, with these strings behind its own. */
  static Wired profile(String... strings) {
    Wired profile = new Wired().message(Field.SAMPLE_TYPE, new Wired().number(8, 1).number(16, 2));
    profile.text(Field.STRING, "").text(Field.STRING, "allocations").text(Field.STRING, "count");
    for (String string : strings) {
      profile.text(Field.STRING, string);
    }
    return profile;
  }

  Wired number(long tag, long value) {
    parts.add(Part.number(tag, value));
    return this;
  }

  Wired text(long tag, String text) {
    parts.add(Part.bytes(tag, text.getBytes(UTF_8)));
    return this;
  }

  Wired message(long tag, Wired inner) {
    parts.add(Part.bytes(tag, inner.bytes()));
    return this;
  }

  Wired packed(long tag, long... numbers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long number : numbers) {
      Message.varint(out, number);
    }
    parts.add(Part.bytes(tag, out.toByteArray()));
    return this;
  }

  byte[] bytes() {
    return Message.bytes(parts);
  }

  Profile read() throws MalformedProfileException {
    return PprofReader.read(bytes(), Limits.DEFAULT).getFirst();
  }

  /** The message of the error that reading ends in. */
  String problem() {
    return problem(Limits.DEFAULT);
  }

  String problem(Limits limits) {
    try {
      PprofReader.read(bytes(), limits);
      return "none";
    } catch (MalformedProfileException expected) {
      return String.valueOf(expected.getMessage());
    }
  }
}
