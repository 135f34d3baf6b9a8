package dev.tidemark.report.html;

/**
 * The heading of a section, which is named after it.
 *
 * @param of the process it speaks of, where there are several; else empty
 */
record Heading(Markup page, int level, String text, String id, String of) {
  void write() {
    page.element("h" + level, text, "id", id).line();
  }

  /** What the section is called, different from all others on the page. */
  String name() {
    return of.isEmpty() ? text : text + ", " + of;
  }
}
