/**
 * Joins what the heap shows with what the source says: for each suspect the findings that explain
 * it, by the lines and functions of its stack and by what such memory belongs to; for each finding
 * whether its path grows.
 */
@NullMarked
package dev.tidemark.diagnose.code;

import org.jspecify.annotations.NullMarked;
