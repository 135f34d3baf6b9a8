package dev.tidemark.profile.table;

import dev.tidemark.profile.Frame;

/** What frames are counted as one: by function, line of code, file or package. */
public enum Grouping {
  FUNCTION {
    @Override
    public String name(Frame frame) {
      return frame.function();
    }
  },
  LINE {
    @Override
    public String name(Frame frame) {
      return frame.toString();
    }
  },
  FILE {
    @Override
    public String name(Frame frame) {
      return frame.file().isEmpty() ? frame.function() : frame.file();
    }
  },
  PACKAGE {
    @Override
    public String name(Frame frame) {
      return packagePath(frame.function());
    }
  };

  /** The name under which a frame is counted. */
  public abstract String name(Frame frame);

  /** {@code a.b/c.d} of {@code a.b/c.d.(*T).M}; the name itself where there is no package. */
  private static String packagePath(String function) {
    int typeArguments = function.indexOf('[');
    int end = typeArguments < 0 ? function.length() : typeArguments;
    int dot = function.indexOf('.', function.lastIndexOf('/', end - 1) + 1);
    return dot < 0 ? function : function.substring(0, dot).replace("%2e", ".");
  }
}
