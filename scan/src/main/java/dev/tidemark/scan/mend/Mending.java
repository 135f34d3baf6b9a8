package dev.tidemark.scan.mend;

/** How findings of a rule are mended. */
@FunctionalInterface
interface Mending {
  Change of(Source source) throws NotMendable;
}
