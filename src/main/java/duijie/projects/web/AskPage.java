package duijie.projects.web;

import org.jspecify.annotations.Nullable;

/**
 * The form to ask something about a project.
 *
 * @param id the project's
 * @param name the project's
 * @param href the project's page
 * @param fresh the id that the question gets, so that a form that is sent twice asks once
 * @param typed what was typed
 * @param problem why it was not asked, or null
 */
public record AskPage(
    String id, String name, String href, String fresh, String typed, @Nullable String problem) {}
