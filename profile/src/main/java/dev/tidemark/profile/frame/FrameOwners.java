package dev.tidemark.profile.frame;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Decides whose code a frame is, by package and file. The file of a dependency says so: it lies in
 * the module cache ({@code …/pkg/mod/module@version/…}), in a build with -trimpath it starts with
 * {@code module@version/}, or it lies in a {@code vendor} folder. What is left is the service's
 * own, whether its module path has a dot or not.
 */
public final class FrameOwners {
  private static final String MODULE_CACHE = "/pkg/mod/";
  private static final String VENDOR = "/vendor/";
  private static final Owner RUNTIME = new Owner.Runtime();
  private static final Owner STANDARD_LIBRARY = new Owner.StandardLibrary();
  private static final Owner SERVICE = new Owner.Service();

  private final StandardPackages standard = StandardPackages.shipped();
  private final String service;

  /**
   * @param service path of a package or module that is the service's own, whatever its files say;
   *     empty for none
   */
  public FrameOwners(String service) {
    this.service = service;
  }

  public Owner of(Frame frame) {
    String path = FunctionName.packageOf(frame.function());
    if (!service.isEmpty() && isWithin(path, service)) {
      return SERVICE;
    }
    if (isRuntime(path, frame)) {
      return RUNTIME;
    }
    if (standard.contains(path)) {
      return STANDARD_LIBRARY;
    }
    Owner byFile = byFile(frame.file());
    if (byFile instanceof Owner.ThirdParty) {
      return byFile;
    }
    // Without a file only the path can tell, and libraries are fetched from hosts, which have dots.
    return frame.file().isEmpty() && firstElement(path).indexOf('.') >= 0
        ? new Owner.ThirdParty("", "")
        : SERVICE;
  }

  /**
   * The depth of the frame that names a stack (leaf first): the first one of the service's own
   * code, −1 if there is none.
   */
  public int ownDepth(List<Frame> stack) {
    for (int depth = 0; depth < stack.size(); depth++) {
      if (of(stack.get(depth)) instanceof Owner.Service) {
        return depth;
      }
    }
    return -1;
  }

  private static boolean isRuntime(String path, Frame frame) {
    if (path.isEmpty()) {
      // Assembler stubs, C functions behind cgo, and addresses without a symbol.
      return true;
    }
    return path.equals("runtime")
        || path.startsWith("runtime/internal/")
        || path.startsWith("internal/runtime/")
        || path.equals("internal/abi")
        || path.equals("internal/bytealg")
        || path.equals("type:")
        || path.equals("type")
        || path.equals("go")
        || frame.function().startsWith("_cgo_")
        || frame.file().equals("_cgo_gotypes.go");
  }

  private static Owner byFile(String file) {
    int cache = file.indexOf(MODULE_CACHE);
    String relative = cache < 0 ? file : file.substring(cache + MODULE_CACHE.length());
    int at = relative.indexOf('@');
    if (at > 0 && relative.startsWith("v", at + 1)) {
      int end = relative.indexOf('/', at);
      String version = relative.substring(at + 1, end < 0 ? relative.length() : end);
      return new Owner.ThirdParty(unescaped(relative.substring(0, at)), version);
    }
    if (cache >= 0 || file.contains(VENDOR) || file.startsWith("external/")) {
      return new Owner.ThirdParty("", "");
    }
    return SERVICE;
  }

  /** The module cache writes {@code !a} for {@code A} (golang.org/x/mod/module, EscapePath). */
  private static String unescaped(String module) {
    if (module.indexOf('!') < 0) {
      return module;
    }
    StringBuilder plain = new StringBuilder(module.length());
    for (int i = 0; i < module.length(); i++) {
      boolean escapes = module.charAt(i) == '!' && i + 1 < module.length();
      plain.append(escapes ? Character.toUpperCase(module.charAt(++i)) : module.charAt(i));
    }
    return plain.toString();
  }

  private static String firstElement(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static boolean isWithin(String path, String parent) {
    return path.equals(parent)
        || path.startsWith(parent) && (parent.endsWith("/") || path.charAt(parent.length()) == '/');
  }
}
