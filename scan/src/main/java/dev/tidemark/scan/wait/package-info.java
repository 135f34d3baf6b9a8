/**
 * Who waits for whom: runs a function and the goroutines it starts on values of which little is
 * known, one order of events after the other, and tells who waits at the end for something that
 * nobody can do any more.
 *
 * <p>A run is a list of choices: which goroutine goes on, which clause of a select is taken, what
 * an unknown condition is. The run without choices is the natural one; others differ from it in
 * one, then in two choices, and so on, so what is found first is what needs least to happen. What
 * other code may hold is never waited for in vain: it may do what is missing.
 *
 * <p>The idea of bounding what differs from the natural order: Musuvathi and Qadeer, "Iterative
 * context bounding for systematic testing of multithreaded programs" (PLDI 2007); Emmi, Qadeer and
 * Rakamarić, "Delay-bounded scheduling" (POPL 2011).
 */
@NullMarked
package dev.tidemark.scan.wait;

import org.jspecify.annotations.NullMarked;
