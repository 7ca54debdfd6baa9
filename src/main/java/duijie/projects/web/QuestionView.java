package duijie.projects.web;

import org.jspecify.annotations.Nullable;

/**
 * A question as its page and the lists show it.
 *
 * @param href its page
 * @param project the project's name
 * @param projectHref the project's page
 * @param askedAt to the minute, in Asia/Shanghai
 * @param answer null until there is one
 * @param correctedAt when the answer was last corrected, or null
 * @param due until when it is to be answered, or null where it is or that is not known
 * @param overdue whether that day has passed
 */
public record QuestionView(
    String href,
    String project,
    String projectHref,
    String text,
    String askedAt,
    @Nullable String answer,
    @Nullable String answeredAt,
    @Nullable String correctedAt,
    @Nullable String due,
    boolean overdue) {}
