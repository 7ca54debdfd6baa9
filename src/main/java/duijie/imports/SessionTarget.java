package duijie.imports;

import duijie.audit.Caller;
import duijie.sessions.CheckIn;
import duijie.sessions.Recorder;
import duijie.sessions.Recording;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.TalkResults;
import duijie.sheets.Imported;
import duijie.sheets.Problem;
import duijie.sheets.ProblemCode;
import duijie.sheets.Row;
import duijie.sheets.SessionBooks;
import duijie.sheets.SessionSheet;
import duijie.sheets.SessionSheets;
import duijie.sheets.WorkbookReader;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Rows of 签到表 and 意向台账 become arrivals, and results of talks as both sides signed them. */
@Singleton
final class SessionTarget implements Target<SessionSheets, SessionChange> {

  private final WorkbookReader reader;
  private final Sessions sessions;
  private final SessionBooks books;
  private final TalkResults results;
  private final Recording recording;
  private final CheckIn checkIn;
  private final Clock clock;

  SessionTarget(
      WorkbookReader reader,
      Sessions sessions,
      SessionBooks books,
      TalkResults results,
      Recording recording,
      CheckIn checkIn,
      Clock clock) {
    this.reader = reader;
    this.sessions = sessions;
    this.books = books;
    this.results = results;
    this.recording = recording;
    this.checkIn = checkIn;
    this.clock = clock;
  }

  @Override
  public Import.Kind kind() {
    return Import.Kind.SESSION;
  }

  @Override
  public SessionSheets read(Path file) {
    return reader.sessionSheets(file);
  }

  @Override
  public Plan<SessionChange> plan(Import of, SessionSheets read, Progress progress) {
    var id = session(of);
    var session = sessions.find(id).orElseThrow();
    var stand =
        SessionStand.of(books.of(session), recording.talks(id), results.of(id), clock.instant());
    var file = of.file().name();
    int total = read.arrivals().rows().size() + read.outcomes().rows().size();
    progress.at(0, total);
    var came = new PlanProblems(file, read.arrivals());
    var recorded = new PlanProblems(file, read.outcomes());
    var arrivals =
        plan(
            SessionSheet.ARRIVALS,
            read.arrivals(),
            came,
            new ArrivalPlanning(stand, checkIn, came)::step);
    var outcomes =
        plan(
            SessionSheet.OUTCOMES,
            read.outcomes(),
            recorded,
            new OutcomePlanning(stand, recording, recorded)::step);
    progress.at(total, total);
    var steps = new ArrayList<>(arrivals.steps());
    steps.addAll(outcomes.steps());
    var problems = new ArrayList<Problem>();
    read.problems().forEach(problem -> problems.add(PlanProblems.named(file, problem)));
    problems.addAll(arrivals.problems());
    problems.addAll(outcomes.problems());
    return new Plan<>(steps, problems.stream().filter(SessionTarget::told).toList());
  }

  private static <R> Plan<SessionChange> plan(
      SessionSheet sheet,
      Imported<R> read,
      PlanProblems problems,
      Function<Row<R>, Plan.Step<SessionChange>> step) {
    var plan = problems.plan(read.rows().stream().map(step).toList());
    return new Plan<>(
        plan.steps().stream()
            .map(s -> new Plan.Step<>(s.line().on(sheet.label()), s.before(), s.after()))
            .toList(),
        plan.problems());
  }

  /** Columns that people added for themselves are nobody else's business. */
  private static boolean told(Problem problem) {
    return !problem.code().equals(ProblemCode.UNKNOWN_COLUMN.code());
  }

  @Override
  public String nothingNew() {
    return "表里没有新填的内容：各行和导出时一样，或者平台上已经是这样。没有要改的。";
  }

  @Override
  public void hold(Import of) {
    var unused = sessions.lock(session(of)).orElseThrow();
  }

  @Override
  public void store(Import of, List<Plan.Step<SessionChange>> steps, Progress progress, Caller by) {
    var session = session(of);
    progress.at(0, steps.size());
    for (var step : steps) {
      boolean stored =
          switch (Objects.requireNonNull(step.after())) {
            case SessionChange.Came(var party, var at) ->
                checkIn.signed(session, party, at, by) instanceof CheckIn.Outcome.Done;
            case SessionChange.Recorded(var meeting, var version, var findings) ->
                recording.record(session, meeting, Recorder.ORGANIZER, version, findings, by)
                    instanceof Recording.Outcome.Done;
          };
      if (!stored) {
        // Nobody else can have changed it: the session is locked.
        throw new IllegalStateException("a row that was looked at is refused: " + step.line());
      }
    }
    progress.at(steps.size(), steps.size());
  }

  private static Session.Id session(Import of) {
    return Objects.requireNonNull(of.session());
  }
}
