package dev.tidemark.cli;

import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.cache.CacheCodec;
import dev.tidemark.scan.cache.KeptScan;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.CacheFolder;
import dev.tidemark.workspace.SourceDigests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** What the last scan of the same packages found out, kept on disk. */
final class ScanCache {
  /** Bytes of all modules together. */
  private static final long LIMIT = 512L << 20;

  private final CacheFolder folder;
  private final String name;
  private final String identity;
  private final Map<String, String> contents;
  private final Map<String, RuleInfo> rules;

  private ScanCache(
      CacheFolder folder,
      String name,
      String identity,
      Map<String, String> contents,
      Map<String, RuleInfo> rules) {
    this.folder = folder;
    this.name = name;
    this.identity = identity;
    this.contents = contents;
    this.rules = rules;
  }

  /** Where all scans of a user are kept. */
  static CacheFolder folder(Map<String, String> environment) {
    return new CacheFolder(CacheFolder.ofUser(environment).resolve("scan"), LIMIT);
  }

  /** Of the packages of a scan by rules. */
  static ScanCache of(SourceScan source, List<RuleInfo> rules, ExecutorService pool) {
    GoModule module = source.module();
    FileTree files = module.files();
    Map<String, String> all = all(files, module.modules(), pool);
    Map<String, String> contents = new HashMap<>();
    source.paths().forEach(path -> contents.put(path, all.getOrDefault(path, "")));
    List<String> depends = new ArrayList<>(List.of(Build.identity(), source.config().text()));
    all.forEach((path, digest) -> {
      if (!contents.containsKey(path)) {
        depends.add(path + " " + digest);
      }
    });
    depends.addAll(modules(files, module.modules()));
    String own = ApiSummaries.ownFolder(System.getenv()).toString();
    for (FileTree.Entry entry : files.list(own)) {
      depends.add(SourceDigests.ofFile(files, own + "/" + entry.name()));
    }
    Map<String, RuleInfo> byId = new LinkedHashMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    depends.addAll(byId.keySet());
    return new ScanCache(
        folder(System.getenv()),
        SourceDigests.of(module.folder() + "\n" + source.readsTests()),
        SourceDigests.of(String.join("\n", depends)),
        contents,
        byId);
  }

  /** What the modules that are worked on say of themselves. */
  static List<String> modules(FileTree files, ModuleGraph modules) {
    return modules.roots().stream()
        .map(root -> SourceDigests.ofFile(files, root.folder() + "/go.mod"))
        .toList();
  }

  /** Digests of the files of packages, by path. */
  static Map<String, String> contents(
      FileTree files, ModuleGraph modules, List<String> paths, ExecutorService pool) {
    Map<String, String> contents = all(files, modules, pool);
    contents.keySet().retainAll(Set.copyOf(paths));
    return contents;
  }

  private static Map<String, String> all(
      FileTree files, ModuleGraph modules, ExecutorService pool) {
    Map<String, Future<String>> started = new LinkedHashMap<>();
    for (ModuleGraph.Root root : modules.roots()) {
      for (String at : modules.packageFolders(root.folder())) {
        started.put(at, pool.submit(() -> SourceDigests.ofFolder(files, at)));
      }
    }
    Map<String, String> digests = new LinkedHashMap<>();
    started.forEach((at, digest) ->
        modules
            .importPath(at)
            .ifPresent(path -> {
              digests.put(path, Workers.result(digest));
              digests.put(path + Program.TESTS, Workers.result(digest));
            }));
    return digests;
  }

  /** Where nothing is taken from an earlier scan. */
  KeptScan nothing() {
    return KeptScan.none(contents);
  }

  KeptScan earlier() {
    return folder
        .get(name)
        .flatMap(bytes -> CacheCodec.decode(bytes, identity, rules))
        .map(entries -> KeptScan.of(entries, contents))
        .orElseGet(this::nothing);
  }

  /** Keeps what was found out, if it is something else than before. */
  void keep(List<PackageEntry> entries, KeptScan earlier) {
    boolean isSame =
        entries.size() == earlier.packages().size()
            && entries.stream().allMatch(one -> earlier.packages().get(one.path()) == one);
    if (!isSame) {
      folder.put(name, CacheCodec.encode(identity, entries));
    }
  }
}
