package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.audit.AuditEntries;
import duijie.audit.AuditTrail;
import duijie.audit.Entry;
import duijie.pages.Attachment;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.RecordNames;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.vocabulary.PinyinOrder;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading the audit trail, on a page and as a file. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

  static final String PATH = "/audit";
  static final String FILE = "/audit.csv";

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final int PAGE_SIZE = 50;
  private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");

  private final AuditEntries entries;
  private final AuditTrail trail;
  private final List<RecordNames> names;
  private final Shells shells;
  private final Html html;

  AuditController(
      AuditEntries entries, AuditTrail trail, List<RecordNames> names, Shells shells, Html html) {
    this.entries = entries;
    this.trail = trail;
    this.names = names;
    this.shells = shells;
    this.html = html;
  }

  @May(Deed.READ_AUDIT_TRAIL)
  @Get(uri = PATH, produces = MediaType.TEXT_HTML)
  HttpResponse<String> read(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var query = AuditQuery.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var found = entries.newest(query.filter(), query.before(), PAGE_SIZE);
    var page =
        new AuditPage(
            query.typed(),
            choices(AuditWords.deeds()),
            choices(AuditWords.kinds()),
            found.stream().map(written -> row(written, visitor.member())).toList(),
            found.size() < PAGE_SIZE ? null : query.at(PATH, found.getLast().number()),
            query.before() == null ? null : query.at(PATH, null),
            query.at(FILE, null));
    var shell = shells.shell(visitor, "审计记录", PATH, new Shell.Crumb("审计记录", null));
    return html.page("audit", shell, page);
  }

  @May(Deed.READ_AUDIT_TRAIL)
  @Get(uri = FILE, headRoute = false)
  HttpResponse<?> export(HttpRequest<?> request) throws IOException {
    var parameters = new Parameters(request.getParameters());
    var query = AuditQuery.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(Visitor.of(request), parameters.problems());
    }
    var file = Files.createTempFile("audit", ".csv");
    try (var out = Files.newBufferedWriter(file)) {
      new AuditFile(entries).write(query.filter(), out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    trail.record(
        Entry.done(
            Visitor.caller(request),
            "EXPORT_AUDIT_TRAIL",
            new Entry.Subject("audit", query.at("", null))));
    var name = "审计记录-" + shells.today() + ".csv";
    long size = Files.size(file);
    var in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    return HttpResponse.ok(new StreamedFile(in, CSV, 0, size))
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(name, "audit.csv"));
  }

  private static List<NewAccountPage.Choice> choices(Map<String, String> words) {
    return words.entrySet().stream()
        .sorted(Comparator.comparing(word -> PinyinOrder.key(word.getValue())))
        .map(word -> new NewAccountPage.Choice(word.getKey(), word.getValue()))
        .toList();
  }

  private @Nullable String name(Entry.Subject subject, Account reader) {
    return names.stream()
        .flatMap(feature -> feature.name(subject, reader).stream())
        .map(RecordNames.Named::name)
        .findFirst()
        .orElse(null);
  }

  private AuditPage.Row row(AuditEntries.Written written, Account reader) {
    var entry = written.entry();
    var by = entry.by();
    var before = entry.before();
    var after = entry.after();
    var who = by.who();
    return new AuditPage.Row(
        written.number(),
        TIME.format(written.at()),
        AuditFile.who(by),
        who == null ? "" : who.organisation(),
        AuditWords.deed(entry.deed()),
        entry.outcome() == Entry.Outcome.REFUSED,
        entry.outcome().label(),
        AuditWords.kind(entry.subject().kind()),
        entry.subject().id(),
        name(entry.subject(), reader),
        by.address() == null ? "" : by.address(),
        by.userAgent() == null ? "" : by.userAgent(),
        written.hash(),
        before == null ? null : before.json(),
        after == null ? null : after.json());
  }
}
