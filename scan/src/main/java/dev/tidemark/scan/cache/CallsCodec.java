package dev.tidemark.scan.cache;

import dev.tidemark.golang.hierarchy.InterfaceMethod;
import dev.tidemark.golang.hierarchy.TypeMethods;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.request.OutwardCall;
import dev.tidemark.scan.request.PackageCalls;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What packages call, as bytes of {@link CacheCodec}. */
final class CallsCodec {
  private static final int FUNCTION = 0;
  private static final int METHOD = 1;
  private static final int MADE = 2;

  private CallsCodec() {}

  static void write(PackageCalls calls, DataOutputStream out, CacheCodec.Texts texts)
      throws IOException {
    out.writeInt(calls.ofHandlers().size());
    for (PackageCalls.OfHandler one : calls.ofHandlers()) {
      CacheCodec.write(one.handler(), out, texts);
      write(one.call(), out, texts);
    }
    out.writeInt(calls.ofEntries().size());
    for (Map.Entry<String, List<OutwardCall>> one : calls.ofEntries().entrySet()) {
      out.writeInt(texts.of(one.getKey()));
      out.writeInt(one.getValue().size());
      for (OutwardCall call : one.getValue()) {
        write(call, out, texts);
      }
    }
    out.writeInt(calls.called().size());
    for (String one : calls.called()) {
      out.writeInt(texts.of(one));
    }
    out.writeInt(calls.types().size());
    for (TypeMethods type : calls.types()) {
      out.writeInt(type.functions().size());
      for (Map.Entry<Long, String> method : type.functions().entrySet()) {
        out.writeLong(method.getKey());
        out.writeInt(texts.of(method.getValue()));
      }
    }
  }

  static PackageCalls read(DataInputStream in, String[] texts) throws IOException {
    List<PackageCalls.OfHandler> ofHandlers = new ArrayList<>();
    int handlers = in.readInt();
    for (int i = 0; i < handlers; i++) {
      Span handler = CacheCodec.span(in, texts);
      ofHandlers.add(new PackageCalls.OfHandler(handler, call(in, texts)));
    }
    Map<String, List<OutwardCall>> ofEntries = new LinkedHashMap<>();
    int entries = in.readInt();
    for (int i = 0; i < entries; i++) {
      String entry = texts[in.readInt()];
      int count = in.readInt();
      List<OutwardCall> calls = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        calls.add(call(in, texts));
      }
      ofEntries.put(entry, calls);
    }
    Set<String> called = new HashSet<>();
    int callees = in.readInt();
    for (int i = 0; i < callees; i++) {
      called.add(texts[in.readInt()]);
    }
    List<TypeMethods> types = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      Map<Long, String> functions = new HashMap<>();
      int methods = in.readInt();
      for (int j = 0; j < methods; j++) {
        functions.put(in.readLong(), texts[in.readInt()]);
      }
      types.add(new TypeMethods(functions));
    }
    return new PackageCalls(ofHandlers, ofEntries, called, types);
  }

  private static void write(OutwardCall call, DataOutputStream out, CacheCodec.Texts texts)
      throws IOException {
    switch (call.target()) {
      case OutwardCall.Function(String name) -> {
        out.writeByte(FUNCTION);
        out.writeInt(texts.of(name));
      }
      case OutwardCall.Made(String type) -> {
        out.writeByte(MADE);
        out.writeInt(texts.of(type));
      }
      case OutwardCall.Method(InterfaceMethod method) -> {
        out.writeByte(METHOD);
        out.writeLong(method.key());
        longs(method.all(), out);
      }
    }
    out.writeInt(call.depth());
    out.writeShort(call.given().size());
    for (OutwardCall.Given given : call.given()) {
      out.writeLong(given.any());
      out.writeLong(given.plain());
    }
    CacheCodec.write(call.at(), out, texts);
  }

  private static OutwardCall call(DataInputStream in, String[] texts) throws IOException {
    OutwardCall.Target target =
        switch (in.readByte()) {
          case FUNCTION -> new OutwardCall.Function(texts[in.readInt()]);
          case MADE -> new OutwardCall.Made(texts[in.readInt()]);
          case METHOD -> new OutwardCall.Method(new InterfaceMethod(in.readLong(), longs(in)));
          default -> throw new IOException("no target");
        };
    return new OutwardCall(target, in.readInt(), given(in), CacheCodec.span(in, texts));
  }

  private static List<OutwardCall.Given> given(DataInputStream in) throws IOException {
    List<OutwardCall.Given> given = new ArrayList<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      given.add(new OutwardCall.Given(in.readLong(), in.readLong()));
    }
    return given;
  }

  private static void longs(List<Long> values, DataOutputStream out) throws IOException {
    out.writeShort(values.size());
    for (long value : values) {
      out.writeLong(value);
    }
  }

  private static List<Long> longs(DataInputStream in) throws IOException {
    List<Long> values = new ArrayList<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      values.add(in.readLong());
    }
    return values;
  }
}
