package duijie.pages;

import org.jspecify.annotations.Nullable;

/** What the frame of a page tells of the whole site. */
public interface SiteFacts {

  /** The home county's name, or null without one. */
  @Nullable String homeCounty();

  /** Whether the site shows demonstration data. */
  boolean demonstration();

  /** Whether search and matching take longer for now, because what makes them fast is away. */
  boolean searchesSlowly();

  /** The version of the rule book that is in force. */
  String ruleBook();
}
