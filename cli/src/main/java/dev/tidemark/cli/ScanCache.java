package dev.tidemark.cli;

import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.cache.CacheCodec;
import dev.tidemark.scan.cache.EarlierScan;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.CacheFolder;
import dev.tidemark.workspace.SourceDigests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * @param paths of the packages that are scanned
   * @param options whatever else findings depend on
   */
  static ScanCache of(
      GoModule module,
      List<String> paths,
      List<RuleInfo> rules,
      String options,
      ExecutorService pool) {
    FileTree files = module.files();
    Map<String, String> folders = digests(module, pool);
    Map<String, String> byPath = new LinkedHashMap<>();
    folders.forEach((at, digest) ->
        module
            .modules()
            .importPath(at)
            .ifPresent(path -> {
              byPath.put(path, digest);
              byPath.put(path + Program.TESTS, digest);
            }));
    Map<String, String> contents = new HashMap<>();
    for (String path : paths) {
      contents.put(path, byPath.getOrDefault(path, ""));
    }
    List<String> depends = new ArrayList<>(List.of(Build.identity(), options));
    byPath.forEach((path, digest) -> {
      if (!contents.containsKey(path)) {
        depends.add(path + " " + digest);
      }
    });
    for (ModuleGraph.Root root : module.modules().roots()) {
      depends.add(SourceDigests.ofFile(files, root.folder() + "/go.mod"));
    }
    String own = ApiSummaries.ownFolder(System.getenv()).toString();
    for (FileTree.Entry entry : files.list(own)) {
      depends.add(SourceDigests.ofFile(files, own + "/" + entry.name()));
    }
    Map<String, RuleInfo> byId = new LinkedHashMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    depends.addAll(byId.keySet());
    return new ScanCache(
        folder(System.getenv()),
        SourceDigests.of(module.folder() + "\n" + options),
        SourceDigests.of(String.join("\n", depends)),
        contents,
        byId);
  }

  private static Map<String, String> digests(GoModule module, ExecutorService pool) {
    Map<String, Future<String>> started = new LinkedHashMap<>();
    for (ModuleGraph.Root root : module.modules().roots()) {
      for (String at : module.modules().packageFolders(root.folder())) {
        started.put(at, pool.submit(() -> SourceDigests.ofFolder(module.files(), at)));
      }
    }
    Map<String, String> digests = new LinkedHashMap<>();
    started.forEach((at, digest) -> digests.put(at, Workers.result(digest)));
    return digests;
  }

  EarlierScan earlier() {
    return folder
        .get(name)
        .flatMap(bytes -> CacheCodec.decode(bytes, identity, rules))
        .map(entries -> EarlierScan.of(entries, contents))
        .orElseGet(() -> EarlierScan.none(contents));
  }

  /** Keeps what was found out, if it is something else than before. */
  void keep(List<PackageEntry> entries, EarlierScan earlier) {
    boolean isSame =
        entries.size() == earlier.packages().size()
            && entries.stream().allMatch(one -> earlier.packages().get(one.path()) == one);
    if (!isSame) {
      folder.put(name, CacheCodec.encode(identity, entries));
    }
  }
}
