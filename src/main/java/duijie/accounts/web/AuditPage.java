package duijie.accounts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the audit trail.
 *
 * @param filter what it was narrowed to, as it was typed
 * @param deeds the deeds to choose from, by pinyin
 * @param kinds the kinds of records to choose from, by pinyin
 * @param older the address of what comes before in time, or null
 * @param newest the address of the newest, or null where this is it
 * @param export the address of the same as a file
 */
public record AuditPage(
    Typed filter,
    List<NewAccountPage.Choice> deeds,
    List<NewAccountPage.Choice> kinds,
    List<Row> rows,
    @Nullable String older,
    @Nullable String newest,
    String export) {

  /** The filter as it was typed. */
  public record Typed(
      String who, String deed, String outcome, String kind, String id, String from, String to) {}

  /**
   * An entry.
   *
   * @param who the name they signed in with, or who else it was
   * @param record what people call the record, or null where it has no name
   * @param before the record before as JSON, or null
   * @param after the record after as JSON, or null
   */
  public record Row(
      long number,
      String at,
      String who,
      String organisation,
      String deed,
      boolean refused,
      String outcome,
      String kind,
      String id,
      @Nullable String record,
      String address,
      String userAgent,
      String hash,
      @Nullable String before,
      @Nullable String after) {}
}
