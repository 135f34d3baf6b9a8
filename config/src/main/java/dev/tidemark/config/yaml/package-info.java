/**
 * YAML as trees of values that know their place. Comes in: bytes. Goes out: a tree, and what is
 * wrong with it. Without anchors, aliases and tags, which configuration has no use for.
 */
@NullMarked
package dev.tidemark.config.yaml;

import org.jspecify.annotations.NullMarked;
