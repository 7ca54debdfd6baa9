package duijie.projects.web;

import org.jspecify.annotations.Nullable;

/**
 * A question, with the form to answer it for whoever may.
 *
 * @param version over which version the form writes
 * @param answering whether this visitor may answer
 * @param typed what the form shows
 * @param problem why the answer was not stored, or null
 */
public record QuestionPage(
    QuestionView question,
    int version,
    boolean answering,
    String typed,
    @Nullable String problem) {}
