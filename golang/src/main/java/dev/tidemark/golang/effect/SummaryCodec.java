package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Summaries of declared functions as bytes. Values are told by names, so that the bytes stay the
 * same where only bodies move; where an effect stands in the source is not kept.
 */
final class SummaryCodec {
  private static final Place NOWHERE = new Place("", -1);

  private static final int NONE = 0;
  private static final int ARGUMENT = 1;
  private static final int GLOBAL = 2;
  private static final int FIELD = 3;
  private static final int ELEMENT = 4;

  private static final Effect.Kind[] KINDS = Effect.Kind.values();

  private SummaryCodec() {}

  static void write(Summary summary, DataOutput out) throws IOException {
    out.writeByte(
        (summary.isComplete() ? 1 : 0)
            | (summary.returns() ? 2 : 0)
            | (summary.blocks() ? 4 : 0)
            | (summary.starts() ? 8 : 0));
    out.writeShort(summary.effects().size());
    for (Effect effect : summary.effects()) {
      out.writeByte(effect.kind().ordinal());
      out.writeByte((effect.isCertain() ? 1 : 0) | (effect.isAsync() ? 2 : 0));
      out.writeByte(effect.result());
      out.writeUTF(effect.detail());
      write(effect.target(), out);
      write(effect.into(), out);
    }
    out.writeByte(summary.given().size());
    for (Map.Entry<Integer, Summary> one : new TreeMap<>(summary.given()).entrySet()) {
      out.writeByte(one.getKey());
      write(one.getValue(), out);
    }
  }

  private static void write(Value value, DataOutput out) throws IOException {
    switch (value) {
      case Value.Argument(int index, int level) -> {
        out.writeByte(ARGUMENT);
        out.writeByte(index);
        out.writeByte(level);
      }
      case Value.Global(Var symbol) -> {
        out.writeByte(GLOBAL);
        out.writeUTF(symbol.pkg().path());
        out.writeUTF(symbol.name());
      }
      case Value.Field field -> {
        out.writeByte(FIELD);
        out.writeUTF(field.name().pkg());
        out.writeUTF(field.name().name());
        write(field.base(), out);
      }
      case Value.Element element -> {
        out.writeByte(ELEMENT);
        write(element.base(), out);
      }
      default -> out.writeByte(NONE);
    }
  }

  /**
   * @param function whose summary it is
   * @param packages finds those whose variables are named
   */
  static Summary read(DataInput in, Func function, Function<String, Package> packages)
      throws IOException {
    return read(in, List.of(function.signature()), packages);
  }

  /**
   * @param calls what is called, and before it the functions that returned it
   */
  private static Summary read(
      DataInput in, List<Signature> calls, Function<String, Package> packages) throws IOException {
    int flags = in.readByte();
    int count = in.readUnsignedShort();
    boolean isComplete = (flags & 1) != 0;
    List<Effect> effects = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Effect.Kind kind = KINDS[in.readByte()];
      int how = in.readByte();
      int result = in.readByte();
      String detail = in.readUTF();
      Optional<Typed> target = value(in, calls, packages);
      Optional<Typed> into = value(in, calls, packages);
      if (target.isPresent()) {
        effects.add(
            new Effect(
                kind,
                target.get().value,
                detail,
                into.map(Typed::value).orElse(Value.NIL),
                result,
                (how & 1) != 0,
                (how & 2) != 0,
                NOWHERE));
      } else {
        isComplete = false;
      }
    }
    Map<Integer, Summary> given = new HashMap<>();
    int results = in.readByte();
    for (int i = 0; i < results; i++) {
      int index = in.readByte();
      List<Signature> inner = new ArrayList<>();
      inner.add(calls.getFirst().returned(index));
      inner.addAll(calls);
      given.put(index, read(in, inner, packages));
    }
    return new Summary(
        effects, isComplete, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0, given);
  }

  private record Typed(Value value, Type type) {}

  private static Optional<Typed> value(
      DataInput in, List<Signature> calls, Function<String, Package> packages) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case ARGUMENT -> {
        int index = in.readByte();
        int level = in.readByte();
        Type type = level < calls.size() ? type(calls.get(level), index) : Unknown.UNKNOWN;
        yield Optional.of(new Typed(new Value.Argument(index, level), type));
      }
      case GLOBAL -> {
        String path = in.readUTF();
        String name = in.readUTF();
        yield packages
            .apply(path)
            .member(name)
            .filter(Var.class::isInstance)
            .map(Var.class::cast)
            .map(symbol -> new Typed(new Value.Global(symbol), symbol.type()));
      }
      case FIELD -> {
        String path = in.readUTF();
        String name = in.readUTF();
        yield value(in, calls, packages)
            .flatMap(base ->
                field(base.type, path, name)
                    .map(found ->
                        new Typed(
                            new Value.Field(base.value, FieldName.of(found), found.type()),
                            found.type())));
      }
      case ELEMENT ->
          value(in, calls, packages)
              .map(base -> new Typed(new Value.Element(base.value, Value.NIL), element(base.type)));
      default -> Optional.empty();
    };
  }

  private static Type type(Signature signature, int index) {
    List<Var> all = index < 0 ? signature.receiver() : signature.params();
    int at = Math.max(index, 0);
    return at < all.size() ? all.get(at).type() : Unknown.UNKNOWN;
  }

  private static Optional<Var> field(Type type, String path, String name) {
    Type under = type.underlying();
    if (under instanceof Type.Pointer pointer) {
      under = pointer.element().underlying();
    }
    return under instanceof Struct struct
        ? struct.fields().stream()
            .filter(one -> one.name().equals(name) && one.pkg().path().equals(path))
            .findFirst()
        : Optional.empty();
  }

  private static Type element(Type type) {
    return switch (type.underlying()) {
      case Type.Slice slice -> slice.element();
      case Type.Array array -> array.element();
      case Type.Map map -> map.element();
      case Type.Pointer pointer -> element(pointer.element());
      default -> Unknown.UNKNOWN;
    };
  }
}
