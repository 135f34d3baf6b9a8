package dev.tidemark.profile.frame;

import java.util.Set;

/**
 * Functions of the Go runtime's assembly that have neither a package nor, in many profiles, a file.
 */
final class AssemblyStubs {
  /** From {@code TEXT name<>} in runtime/asm_*.s, internal/bytealg/*.s and runtime/memclr_*.s. */
  private static final Set<String> NAMES =
      Set.of(
          "aeshashbody",
          "callRet",
          "cmpbody",
          "countbody",
          "debugCall32",
          "gogo",
          "gosave_systemstack_switch",
          "indexbody",
          "indexbytebody",
          "memeqbody",
          "setg_gcc",
          "sigtrampgo",
          "spillArgs",
          "unspillArgs");

  private AssemblyStubs() {}

  static boolean isKnown(String function) {
    return NAMES.contains(function)
        || function.startsWith("_rt0_")
        || function.startsWith("_cgo_")
        || function.startsWith("x_cgo_")
        || function.startsWith("_cgoexp_")
        || function.startsWith("crosscall")
        || function.startsWith("type:")
        || function.startsWith("type..")
        || function.startsWith("go:");
  }
}
