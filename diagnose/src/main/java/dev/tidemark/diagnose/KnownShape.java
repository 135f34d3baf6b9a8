package dev.tidemark.diagnose;

/**
 * A shape of leak that is known by name.
 *
 * @param name as its page is called, such as {@code blocked-send}
 * @param title what happens, in a few words
 * @param fix what to change
 */
public record KnownShape(String name, String title, String fix) {}
