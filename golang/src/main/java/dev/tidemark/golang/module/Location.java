package dev.tidemark.golang.module;

/** Where the package of an import path is. */
public sealed interface Location {
  /** In the module that is worked on, or one of them. */
  record InModule(ModuleGraph.Root root, String folder) implements Location {}

  /** In a dependency of which there is source, vendored or in the module cache. */
  record InDependency(ModuleVersion module, String folder) implements Location {}

  /**
   * There is no source of it.
   *
   * @param module where it would be; empty path where no module is known
   */
  record Missing(ModuleVersion module) implements Location {
    /** It belongs to the standard library, or to nothing that is known. */
    public static final Missing ANYWHERE = new Missing(new ModuleVersion("", ""));
  }
}
