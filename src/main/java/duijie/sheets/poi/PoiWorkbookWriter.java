package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.sheets.MatchmakingBook;
import duijie.sheets.Problem;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionSheet;
import duijie.sheets.SessionSummary;
import duijie.sheets.Summary;
import duijie.sheets.WorkbookWriter;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

@Singleton
final class PoiWorkbookWriter implements WorkbookWriter {

  private final Names names;

  PoiWorkbookWriter(Regions regions, Vocabulary vocabulary) {
    this.names = new Names(regions, vocabulary);
  }

  @Override
  public void matchmaking(MatchmakingBook book, OutputStream out) throws IOException {
    var projects = book.projects().stream().map(MatchmakingBook.Matched::project).toList();
    var summary = Summary.of(book, names.regions(), names.vocabulary());
    var note = "基准日期 %s，规则版本 %.12s".formatted(book.asOf(), book.ruleBook());
    // What a bureau opens and prints comes first and begins on page 1; what it is made from
    // follows.
    StreamedWorkbook.write(
        List.of(
            new SheetPlan<>("对接总表", Pair.COLUMNS, 0, true, Pair.of(book.projects())),
            new SheetPlan<>("统计汇总", SummaryRow.COLUMNS, 0, false, SummaryRow.of(summary, book)),
            projectSheet(projects, book.contacts(), book.states()),
            agencySheet(book.agencies(), book.contacts(), book.states())),
        note,
        out);
  }

  @Override
  public void session(SessionBook book, Set<SessionSheet> wanted, OutputStream out)
      throws IOException {
    var setup = book.session().setup();
    var note =
        "%s　%s%s"
            .formatted(
                setup.name(),
                setup.day(),
                book.version() == 0 ? "" : "　时刻表第 " + book.version() + " 版");
    StreamedWorkbook.write(
        Arrays.stream(SessionSheet.values())
            .filter(wanted::contains)
            .map(sheet -> sheet(sheet, book))
            .toList(),
        note,
        out);
  }

  private StreamedSheet sheet(SessionSheet sheet, SessionBook book) {
    return switch (sheet) {
      case PAIRS -> new SheetPlan<>(sheet.label(), Pair.COLUMNS, 0, true, Pair.of(book));
      case SEATING -> Seating.sheet(book);
      case ITINERARIES -> new ItinerarySheet(book);
      case ARRIVALS -> Attendance.sheet(book);
      case PROJECTS -> projectSheet(book.projects(), true, true);
      case AGENCIES -> agencySheet(book.agencies(), true, true);
      case OUTCOMES -> OutcomeColumns.outcomes(book);
      case FOLLOW_UP -> OutcomeColumns.followUp(book);
      case SUMMARY ->
          SessionSummaryRow.sheet(
              book, SessionSummary.of(book, names.regions(), names.vocabulary()));
    };
  }

  @Override
  public void projects(Iterable<Project> projects, boolean contacts, OutputStream out)
      throws IOException {
    StreamedWorkbook.write(List.of(projectSheet(projects, contacts, false)), "", out);
  }

  @Override
  public void agencies(Iterable<Agency> agencies, boolean contacts, OutputStream out)
      throws IOException {
    StreamedWorkbook.write(List.of(agencySheet(agencies, contacts, false)), "", out);
  }

  @Override
  public void template(Kind kind, OutputStream out) throws IOException {
    Template.write(kind, names.vocabulary(), out);
  }

  @Override
  public void errors(Path workbook, List<Problem> problems, OutputStream out) throws IOException {
    ErrorWorkbook.write(workbook, problems, out);
  }

  private SheetPlan<Project> projectSheet(
      Iterable<Project> projects, boolean contacts, boolean states) {
    var columns = ProjectColumns.of(extra(projects, Project::extra), contacts, states, names);
    return new SheetPlan<>(Kind.PROJECTS.sheet(), columns, 2, true, projects);
  }

  private SheetPlan<Agency> agencySheet(
      Iterable<Agency> agencies, boolean contacts, boolean states) {
    var columns = AgencyColumns.of(extra(agencies, Agency::extra), contacts, states, names);
    return new SheetPlan<>(Kind.AGENCIES.sheet(), columns, 1, true, agencies);
  }

  /** The unknown columns of all records, in the order of their first appearance. */
  private static <T> Set<String> extra(
      Iterable<T> records, Function<T, Map<String, String>> extra) {
    var headers = new LinkedHashSet<String>();
    records.forEach(record -> headers.addAll(extra.apply(record).keySet()));
    return headers;
  }
}
