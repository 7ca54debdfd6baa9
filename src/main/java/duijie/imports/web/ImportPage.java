package duijie.imports.web;

import duijie.pages.Paging;
import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded workbook.
 *
 * @param path its address
 * @param here its address with what is shown of it
 * @param tone how its state looks
 * @param facts when, who, how large
 * @param working what the program is doing, or null
 * @param sentence what is to be said of it, or null
 * @param confirm what can be confirmed, or null
 * @param cancellable whether it can be given up
 * @param result what it came to, or null
 * @param tabs the kinds of rows, and the problems
 * @param lines the rows of the chosen kind
 * @param issues the problems, where they are chosen
 * @param marked the address of the marked copy, or null where there is nothing to mark
 * @param again where another workbook is uploaded
 */
public record ImportPage(
    String name,
    String path,
    String here,
    String state,
    String tone,
    List<String> facts,
    @Nullable Working working,
    @Nullable String sentence,
    @Nullable Confirm confirm,
    boolean cancellable,
    @Nullable String result,
    List<Tab> tabs,
    String explanation,
    List<Row> lines,
    List<Issue> issues,
    Paging paging,
    @Nullable String marked,
    String again,
    List<Problem> problems) {

  /**
   * What the program is doing.
   *
   * @param total 0 while it is not known
   */
  public record Working(String what, int done, int total, String counted) {}

  /**
   * What can be confirmed.
   *
   * @param kept how many records their own people keep
   */
  public record Confirm(int version, String label, int kept, String noun) {}

  /** A kind of rows. */
  public record Tab(String id, String href, String label, String count, boolean here) {}

  /**
   * A row of the workbook.
   *
   * @param sheet the name of its sheet, where several are read; else empty
   * @param conflict whether the record was changed by somebody after the preview before
   * @param choice what is to become of it, where somebody has to choose; else null
   */
  public record Row(
      String sheet,
      int number,
      String name,
      @Nullable String href,
      boolean conflict,
      List<Change> changes,
      List<Issue> issues,
      @Nullable Choice choice) {}

  /**
   * What is to become of a row in conflict.
   *
   * @param page on which it stands
   * @param chosen whether it is what the sheet says
   */
  public record Choice(int page, boolean chosen) {}

  /**
   * A column's value.
   *
   * @param before what holds now; null where the record is new
   */
  public record Change(String column, @Nullable String before, String after) {}

  /** A problem. */
  public record Issue(boolean error, @Nullable String cell, String sentence) {}
}
