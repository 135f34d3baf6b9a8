package dev.tidemark.scan.request;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.Span;

/** What two findings of the same have in common, whatever way leads to it. */
record SameFinding(String rule, Span span) {
  static SameFinding as(Finding finding) {
    return new SameFinding(finding.rule().id(), finding.span());
  }
}
