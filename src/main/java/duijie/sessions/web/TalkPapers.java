package duijie.sessions.web;

import duijie.agencies.Agency;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Parameters;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.sessions.Findings;
import duijie.sessions.MeetingKey;
import duijie.shared.Money;
import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How talks are named in addresses and forms, and what came of them in words and fields. */
final class TalkPapers {

  /** What stands where nothing is known. */
  static final String UNKNOWN = "未填";

  private static final List<String> FIELDS = List.of("kind", "amount", "todo", "who", "until");

  private TalkPapers() {}

  /** The address of a talk beneath this one. */
  static String address(String path, MeetingKey talk) {
    return "%s?project=%s&agency=%s"
        .formatted(
            path,
            Addresses.encode(talk.project().value()),
            Addresses.encode(talk.agency().value()));
  }

  /** The talk that an address names. */
  static MeetingKey named(HttpRequest<?> request) {
    var given = new Parameters(request.getParameters());
    return key(given.text("project"), given.text("agency"));
  }

  /** The talk that a form names. */
  static MeetingKey named(Form form) {
    return key(form.text("project"), form.text("agency"));
  }

  private static MeetingKey key(String project, String agency) {
    return new MeetingKey(new Project.Id(project), new Agency.Id(agency));
  }

  /** What was typed of what came of a talk. */
  static Map<String, String> typed(Form form) {
    return typed(form, FIELDS);
  }

  static Map<String, String> typed(Form form, List<String> fields) {
    var typed = new LinkedHashMap<String, String>();
    fields.forEach(field -> typed.put(field, form.text(field)));
    return typed;
  }

  /** Findings as they would be typed. */
  static Map<String, String> typed(Findings findings) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("kind", findings.kind().name());
    typed.put("amount", plain(findings.amount()));
    typed.put("todo", findings.todo());
    typed.put("who", findings.who());
    typed.put("until", date(findings.until()));
    return typed;
  }

  static String plain(@Nullable Money money) {
    return money == null ? "" : money.plain();
  }

  static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  /** An amount as it is read; empty where none is known. */
  static String amount(@Nullable Money money) {
    return money == null ? "" : Words.amount(money);
  }

  /** How a talk ended and what for, on a line. */
  static String line(Findings findings) {
    var amount = findings.amount();
    return amount == null
        ? findings.kind().label()
        : findings.kind().label() + "，" + Words.shortAmount(amount);
  }

  /** All that somebody says, label and value. */
  static List<SessionPage.Fact> facts(Findings findings) {
    return List.of(
        new SessionPage.Fact("洽谈结果", findings.kind().label()),
        new SessionPage.Fact("意向金额", orUnknown(amount(findings.amount()))),
        new SessionPage.Fact("待补事项", orUnknown(findings.todo())),
        new SessionPage.Fact("责任人", orUnknown(findings.who())),
        new SessionPage.Fact("跟进期限", orUnknown(date(findings.until()))));
  }

  static String orUnknown(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
