package duijie.accounts.web;

import duijie.audit.AuditEntries;
import duijie.audit.Entry;
import duijie.pages.Addresses;
import duijie.pages.Parameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from an address which part of the audit trail is asked for. */
record AuditQuery(AuditPage.Typed typed, AuditEntries.Filter filter, @Nullable Long before) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static AuditQuery read(Parameters parameters) {
    var typed =
        new AuditPage.Typed(
            parameters.text("who"),
            parameters.text("deed"),
            parameters.text("outcome"),
            parameters.text("kind"),
            parameters.text("id"),
            parameters.text("from"),
            parameters.text("to"));
    if (!typed.id().isEmpty() && typed.kind().isEmpty()) {
      parameters.refuse("id", "按编号查的时候，请同时选记录的种类。");
    }
    var from = day(parameters, "from", "开始日期", typed.from());
    var to = day(parameters, "to", "结束日期", typed.to());
    var filter =
        new AuditEntries.Filter(
            orNull(typed.who()),
            orNull(typed.deed()),
            outcome(parameters, typed.outcome()),
            orNull(typed.kind()),
            typed.kind().isEmpty() ? null : orNull(typed.id()),
            from.map(day -> day.atStartOfDay(ZONE).toInstant()).orElse(null),
            to.map(day -> day.plusDays(1).atStartOfDay(ZONE).toInstant()).orElse(null));
    return new AuditQuery(typed, filter, before(parameters));
  }

  /** The address of this part, from an entry on. */
  String at(String path, @Nullable Long from) {
    var given = new LinkedHashMap<String, String>();
    given.put("who", typed.who());
    given.put("deed", typed.deed());
    given.put("outcome", typed.outcome());
    given.put("kind", typed.kind());
    given.put("id", typed.id());
    given.put("from", typed.from());
    given.put("to", typed.to());
    given.put("before", from == null ? "" : from.toString());
    var query =
        given.entrySet().stream()
            .filter(pair -> !pair.getValue().isEmpty())
            .map(AuditQuery::pair)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String pair(Map.Entry<String, String> pair) {
    return pair.getKey() + "=" + Addresses.encode(pair.getValue());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Before which entry a page begins; null for the newest. */
  static @Nullable Long before(Parameters parameters) {
    var text = parameters.text("before");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[1-9]\\d{0,17}")) {
      parameters.refuse(
          "before", "参数“before”应为一个行号，不能是“%s”。".formatted(Parameters.shortened(text)));
      return null;
    }
    return Long.valueOf(text);
  }

  private static Entry.@Nullable Outcome outcome(Parameters parameters, String text) {
    for (var outcome : Entry.Outcome.values()) {
      if (outcome.name().equals(text)) {
        return outcome;
      }
    }
    if (!text.isEmpty()) {
      parameters.refuse("outcome", "没有“%s”这种结果。".formatted(Parameters.shortened(text)));
    }
    return null;
  }

  private static Optional<LocalDate> day(
      Parameters parameters, String name, String what, String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException malformed) {
      parameters.refuse(
          name, "%s应写成 2026-11-24 这样，不能是“%s”。".formatted(what, Parameters.shortened(text)));
      return Optional.empty();
    }
  }
}
