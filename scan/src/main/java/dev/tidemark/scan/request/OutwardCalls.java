package dev.tidemark.scan.request;

import dev.tidemark.golang.hierarchy.InterfaceMethod;
import dev.tidemark.golang.hierarchy.TypeMethods;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Package;
import dev.tidemark.scan.PackageVariables;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.growth.MadeTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds what a package calls outside of it, from its handlers and from what others can call. */
public final class OutwardCalls {
  private final Unit unit;
  private final Predicate<String> isOwn;
  private final Map<Body, List<Found>> found = new IdentityHashMap<>();

  /**
   * @param call nothing where a function is handed on, or a value is made
   */
  private record Found(OutwardCall.Target target, Node node, List<Value> arguments) {}

  private OutwardCalls(Unit unit, Predicate<String> isOwn) {
    this.unit = unit;
    this.isOwn = isOwn;
  }

  /**
   * @param isOwn whether a package is one of the module
   */
  public static PackageCalls of(Unit unit, Predicate<String> isOwn) {
    OutwardCalls calls = new OutwardCalls(unit, isOwn);
    unit.forEachBody(calls::look);
    return new PackageCalls(calls.ofHandlers(), calls.ofEntries(), calls.called(), types(unit));
  }

  private List<PackageCalls.OfHandler> ofHandlers() {
    Unit handlers = unit.with(Roots.HANDLERS);
    RequestPaths paths = RequestPaths.of(handlers);
    List<PackageCalls.OfHandler> all = new ArrayList<>();
    for (Body body : paths.reached()) {
      Body handler = paths.handler(body).orElse(body);
      for (Found one : found.getOrDefault(body, List.of())) {
        all.add(
            new PackageCalls.OfHandler(
                unit.span(handler, head(handler)), outward(body, one, handlers)));
      }
    }
    TestSupport support = TestSupport.of(unit);
    unit.forEachCall((body, call) -> {
      if (!support.has(body)) {
        Handlers.routed(call)
            .forEach(value ->
                outside(value)
                    .ifPresent(handler -> {
                      List<OutwardCall.Given> given =
                          Collections.nCopies(
                              handler.signature().params().size(), OutwardCall.Given.CHOSEN);
                      Span at = unit.span(body, call.node());
                      all.add(
                          new PackageCalls.OfHandler(
                              at, new OutwardCall(function(handler), 0, given, at)));
                    }));
      }
    });
    return all;
  }

  /** Where a function begins, without its body. */
  private static Node head(Body body) {
    return body.node() instanceof Decl.FuncDecl declared ? declared.name() : body.node();
  }

  private Map<String, List<OutwardCall>> ofEntries() {
    Map<String, List<OutwardCall>> all = new TreeMap<>();
    Entries entries = Entries.of(unit);
    for (Body entry : entries.all()) {
      List<OutwardCall> calls = new ArrayList<>();
      Unit only = entries.only(entry);
      for (Body body : entries.paths(entry).reached()) {
        for (Found one : found.getOrDefault(body, List.of())) {
          calls.add(outward(body, one, only));
        }
      }
      if (!calls.isEmpty()) {
        all.put(entry.name(), calls);
      }
    }
    return all;
  }

  /** Only functions that others can call are asked for. */
  private Set<String> called() {
    Set<String> called = new HashSet<>();
    TestSupport support = TestSupport.of(unit);
    unit.forEachCall((body, call) -> {
      if (!support.has(body)) {
        if (call.callee() instanceof Callee.Static(Func symbol)) {
          note(symbol, called);
        }
        for (Value argument : call.arguments()) {
          note(argument, called);
        }
      }
    });
    unit.forEachBody(body -> {
      if (!support.has(body)) {
        body.forEachOp(op -> {
          if (op instanceof Op.Store store) {
            note(store.value(), called);
          } else if (op instanceof Op.Return returned) {
            returned.values().forEach(value -> note(value, called));
          }
        });
      }
    });
    PackageVariables.forEach(
        unit.files(),
        declared ->
            Walk.preorder(
                declared.value(),
                node -> {
                  if (node instanceof Expr.Ident name
                      && declared.info().symbol(name).orElse(null) instanceof Func symbol) {
                    note(symbol, called);
                  }
                  return true;
                }));
    return called;
  }

  private void note(Value value, Set<String> called) {
    if (value instanceof Value.Function(Func symbol)) {
      note(symbol, called);
    }
  }

  private void note(Func symbol, Set<String> called) {
    if (symbol.signature().receiver().isEmpty()
        && Character.isUpperCase(symbol.name().codePointAt(0))
        && (symbol.pkg().path().equals(unit.path()) || isOutside(symbol.pkg()))) {
      called.add(QualifiedName.of(symbol.origin()));
    }
  }

  private OutwardCall outward(Body body, Found one, Unit supposing) {
    RequestData data = RequestData.of(supposing);
    RequestData plain = RequestData.plain(supposing);
    List<OutwardCall.Given> given =
        one.arguments.stream()
            .map(argument ->
                new OutwardCall.Given(data.sources(body, argument), plain.sources(body, argument)))
            .toList();
    return new OutwardCall(
        one.target,
        RequestPaths.of(supposing).depth(body) + 1,
        given.stream().allMatch(OutwardCall.Given::isNothing) ? List.of() : given,
        unit.span(body, one.node));
  }

  private void look(Body body) {
    List<Found> here = new ArrayList<>();
    body.forEachOp(op -> {
      if (op instanceof Op.Call call) {
        call(body, call, here);
      }
    });
    MadeTypes.of(unit).by(body).stream()
        .filter(type -> isOutside(type.pkg()))
        .map(type -> type.pkg().path() + "." + type.name())
        .sorted()
        .forEach(type -> here.add(new Found(new OutwardCall.Made(type), body.node(), List.of())));
    if (!here.isEmpty()) {
      found.put(body, here);
    }
  }

  private void call(Body body, Op.Call call, List<Found> here) {
    switch (call.callee()) {
      case Callee.Static(Func symbol) when isOutside(symbol.pkg()) ->
          here.add(new Found(function(symbol), call.node(), call.arguments()));
      case Callee.Interface(Func symbol)
          when isOwn.test(symbol.pkg().path())
              && call.node().function() instanceof Expr.SelectorExpr selected
              && body.info().type(selected.x()).underlying() instanceof Interface face
              && face.typeSet().isKnown() ->
          here.add(
              new Found(
                  new OutwardCall.Method(InterfaceMethod.of(symbol, face)),
                  call.node(),
                  call.arguments()));
      default -> {}
    }
    for (Value argument : call.arguments()) {
      outside(argument)
          .ifPresent(symbol -> here.add(new Found(function(symbol), call.node(), List.of())));
    }
  }

  /** The function of another package that a value is. */
  private Optional<Func> outside(Value value) {
    return switch (value) {
      case Value.Function(Func symbol) when isOutside(symbol.pkg()) -> Optional.of(symbol);
      case Value.BoundMethod(Func symbol, _) when isOutside(symbol.pkg()) -> Optional.of(symbol);
      default -> Optional.empty();
    };
  }

  private boolean isOutside(Package pkg) {
    String path = pkg.path();
    return !path.equals(unit.path()) && isOwn.test(path);
  }

  private static OutwardCall.Function function(Func symbol) {
    return new OutwardCall.Function(QualifiedName.of(symbol.origin()));
  }

  private static List<TypeMethods> types(Unit unit) {
    TestSupport support = TestSupport.of(unit);
    return TypeMethods.declaredIn(
        unit.files(), (file, type) -> !support.has(file) && !TestSupport.isDouble(type.name()));
  }
}
