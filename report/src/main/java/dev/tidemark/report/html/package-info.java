/**
 * A report as one page that needs nothing beside itself: verdict, time line, flame graphs, cases.
 *
 * <p>Comes in: reports with the tables their flame graphs are drawn from. Goes out: one HTML
 * document. What it says in words is in its markup, so that it can be read without a script; the
 * scripts of the class path, which go into it as they are, draw what words can't. Pure.
 */
@NullMarked
package dev.tidemark.report.html;

import org.jspecify.annotations.NullMarked;
