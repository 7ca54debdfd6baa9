package duijie.agencies.web;

import org.jspecify.annotations.Nullable;

/** What became of a claim, for whoever filed it. */
public record ClaimPage(
    String number,
    String name,
    String certificate,
    String state,
    String tone,
    @Nullable String reason,
    boolean waiting) {}
