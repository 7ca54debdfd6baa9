package duijie.interests.web;

import org.jspecify.annotations.Nullable;

/**
 * Where an agency says that it is interested in a project, or takes it back.
 *
 * @param id the project's
 * @param name the project's
 * @param href the project's page
 * @param respondBy the project's deadline to the minute, or null
 * @param declared what the agency declared, or null
 * @param obstacle why it cannot declare anything now, or null
 * @param typed what was typed
 * @param problem why it was not stored, or null
 */
public record InterestPage(
    String id,
    String name,
    String href,
    @Nullable String respondBy,
    @Nullable Declared declared,
    @Nullable String obstacle,
    String typed,
    @Nullable String problem) {

  /**
   * What was declared.
   *
   * @param at when, to the minute
   * @param note may be empty
   */
  public record Declared(String at, String note) {}
}
