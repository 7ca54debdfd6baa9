package duijie.accounts.web;

import duijie.audit.AuditEntries;
import duijie.audit.Caller;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit trail as a file of comma-separated values (RFC 4180) that Excel opens: with a byte
 * order mark, and with nothing in it that Excel would take for a formula.
 */
record AuditFile(AuditEntries entries) {

  private static final int AT_ONCE = 500;

  private static final List<String> HEADINGS =
      List.of(
          "行号", "时间", "谁", "单位", "做了什么", "代码", "结果", "记录种类", "记录编号", "地址", "程序", "变更前", "变更后",
          "哈希");

  /** Writes these entries, newest first. */
  void write(AuditEntries.Filter filter, Writer out) throws IOException {
    out.write('\ufeff');
    line(out, HEADINGS.stream());
    Long before = null;
    List<AuditEntries.Written> found;
    do {
      found = entries.newest(filter, before, AT_ONCE);
      for (var written : found) {
        line(out, cells(written));
        before = written.number();
      }
    } while (found.size() == AT_ONCE);
  }

  /** Who it was, for people. */
  static String who(Caller by) {
    var who = by.who();
    if (who != null) {
      return who.signInName();
    }
    return by.address() == null ? "系统" : "未登录";
  }

  private static Stream<String> cells(AuditEntries.Written written) {
    var entry = written.entry();
    var by = entry.by();
    var who = by.who();
    var before = entry.before();
    var after = entry.after();
    return Stream.of(
        Long.toString(written.number()),
        AuditController.TIME.format(written.at()),
        who(by),
        who == null ? "" : who.organisation(),
        AuditWords.deed(entry.deed()),
        entry.deed(),
        entry.outcome().label(),
        AuditWords.kind(entry.subject().kind()),
        entry.subject().id(),
        by.address() == null ? "" : by.address(),
        by.userAgent() == null ? "" : by.userAgent(),
        before == null ? "" : before.json(),
        after == null ? "" : after.json(),
        written.hash());
  }

  private static void line(Writer out, Stream<String> cells) throws IOException {
    out.write(cells.map(AuditFile::cell).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
