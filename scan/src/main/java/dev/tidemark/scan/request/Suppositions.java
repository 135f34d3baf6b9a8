package dev.tidemark.scan.request;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.scan.ConditionalFinding;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.growth.MadeTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks rules what they would find if requests came by the functions that other packages can call,
 * and by which, and with what.
 */
public final class Suppositions {
  /** Of so many functions that lead to a place it is asked what each alone would mean. */
  private static final int WAYS = 8;

  /** How functions are called that make something, each time that somebody asks. */
  private static final List<String> MAKING =
      List.of("New", "Make", "Create", "Build", "Open", "Dial", "Connect");

  /** The handlers alone, of objects that others make. */
  private static final Roots HANDLERS_OF_LASTING = new Roots(Map.of(), true, true);

  private final Unit unit;
  private final Entries entries;
  private final Map<Roots, Unit> supposed = new HashMap<>();
  private final Map<Asked, Findings> answers = new HashMap<>();

  private record Asked(RequestRule rule, Roots roots, ShortLived shortLived) {}

  private Suppositions(Unit unit) {
    this.unit = unit;
    this.entries = Entries.of(unit);
  }

  /**
   * @param found what is found without supposing anything
   */
  public static List<ConditionalFinding> of(Unit unit, List<Rule> rules, List<Finding> found) {
    if (Entries.of(unit).all().isEmpty()) {
      return List.of();
    }
    Set<SameFinding> known = new HashSet<>();
    found.forEach(finding -> known.add(SameFinding.as(finding)));
    Suppositions suppositions = new Suppositions(unit);
    List<ConditionalFinding> all = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof RequestRule request) {
        suppositions.ask(request, known, all);
      }
    }
    return all;
  }

  private void ask(RequestRule rule, Set<SameFinding> known, List<ConditionalFinding> all) {
    Map<Body, Long> given = new LinkedHashMap<>();
    entries.all().forEach(entry -> given.put(entry, Roots.ALL));
    Roots every = new Roots(given, true, true);
    findings(rule, every, ShortLived.NOTHING)
        .forEach((finding, body) -> {
          SameFinding same = SameFinding.as(finding);
          if (!known.contains(same)) {
            List<String> unless = unless(rule, same, body, every);
            Optional<Finding> ofHandlers =
                find(rule, same, HANDLERS_OF_LASTING, ShortLived.NOTHING);
            if (ofHandlers.isPresent() && !unless.isEmpty()) {
              all.add(ConditionalFinding.unless(ofHandlers.get(), unless));
              return;
            }
            entries.all().stream()
                .filter(entry -> entries.paths(entry).handler(body).isPresent())
                .sorted(Comparator.comparing(entry -> entries.paths(entry).depth(body)))
                .limit(WAYS)
                .forEach(entry -> ask(rule, same, body, entry, unless).ifPresent(all::add));
          }
        });
  }

  private Optional<ConditionalFinding> ask(
      RequestRule rule, SameFinding same, Body body, Body entry, List<String> unless) {
    Optional<Finding> found = find(rule, same, only(entry, 0), ShortLived.NOTHING);
    long given = 0;
    if (found.isEmpty()) {
      found = find(rule, same, only(entry, Roots.ALL), ShortLived.NOTHING);
      int parameters = entry.signature().params().size();
      for (int i = 0; i < parameters && found.isPresent(); i++) {
        if (find(rule, same, only(entry, Roots.bit(i)), ShortLived.NOTHING).isPresent()) {
          given |= Roots.bit(i);
        }
      }
      given = given == 0 ? Roots.ALL : given;
    }
    long needed = given;
    return found.map(finding ->
        new ConditionalFinding(
            finding,
            entry.name(),
            needed,
            rule.asksForPlainData(),
            entries.paths(entry).depth(body),
            rule.holdsForUsers() ? users(entry) : Optional.empty(),
            unless));
  }

  /**
   * Where a function is that makes what users of the module ask for. A path with a version in it is
   * a folder's name, where no go.mod tells the module's: who calls what is not known there.
   */
  private Optional<Span> users(Body entry) {
    String name = entry.symbol().name();
    boolean isOpen =
        entry.signature().receiver().isEmpty()
            && MAKING.stream().anyMatch(name::startsWith)
            && !entry.symbol().pkg().name().equals("main")
            && !("/" + unit.path() + "/").contains("/internal/")
            && !unit.path().contains("@");
    return isOpen ? Optional.of(unit.span(entry, entry.node())) : Optional.empty();
  }

  /** What else would have to be reached or made, that it is not found. */
  private List<String> unless(RequestRule rule, SameFinding same, Body body, Roots every) {
    Set<String> unless = new TreeSet<>();
    Set<TypeName> structs = MadeTypes.of(unit).structs();
    if (find(rule, same, every, new ShortLived(structs, Set.of())).isEmpty()) {
      for (TypeName type : structs) {
        if (find(rule, same, every, ShortLived.of(type)).isEmpty()) {
          unless.add(unit.path() + "." + type.name());
          unless.addAll(entries.to(one -> MadeTypes.of(unit).by(one).contains(type)));
        }
      }
    }
    for (Body around = body; around.isLiteral(); around = around.outer()) {
      Body maker = around.outer();
      if (find(rule, same, every, ShortLived.of(maker)).isEmpty()) {
        unless.addAll(entries.to(maker::equals));
      }
    }
    return List.copyOf(unless);
  }

  private static Roots only(Body entry, long given) {
    return new Roots(Map.of(entry, given), true, false);
  }

  private Optional<Finding> find(
      RequestRule rule, SameFinding same, Roots roots, ShortLived shortLived) {
    return findings(rule, roots, shortLived).keySet().stream()
        .filter(finding -> SameFinding.as(finding).equals(same))
        .findFirst();
  }

  private Map<Finding, Body> findings(RequestRule rule, Roots roots, ShortLived shortLived) {
    return answers
        .computeIfAbsent(
            new Asked(rule, roots, shortLived),
            asked -> {
              Unit supposing = supposed.computeIfAbsent(roots, unit::with).with(shortLived);
              Findings found = new Findings(supposing);
              asked.rule.check(supposing, found);
              return found;
            })
        .places();
  }
}
