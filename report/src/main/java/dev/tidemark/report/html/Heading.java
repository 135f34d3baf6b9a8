package dev.tidemark.report.html;

/** The heading of a section, which is named after it. */
record Heading(Markup page, int level, String text, String id) {
  void write() {
    page.element("h" + level, text, "id", id).line();
  }
}
