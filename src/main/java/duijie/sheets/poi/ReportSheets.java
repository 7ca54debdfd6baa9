package duijie.sheets.poi;

import duijie.sessions.Intent;
import duijie.sessions.SessionReport;
import duijie.sessions.TalkResult;
import duijie.shared.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of a session as the sheets of a workbook. */
final class ReportSheets {

  private ReportSheets() {}

  /** Something about the session. */
  private record Fact(String label, @Nullable Object value) {}

  /** A line with what it is counted by. */
  private record Row(String group, SessionReport.Line line) {}

  static void write(SessionReport report, OutputStream out) throws IOException {
    var rows =
        Stream.of(
                Stream.of(new Row("合计", report.total())),
                report.fields().stream().map(line -> new Row("服务领域", line)),
                report.towns().stream().map(line -> new Row("区划", line)))
            .flatMap(all -> all)
            .toList();
    StreamedWorkbook.write(
        List.of(
            new SheetPlan<>("概况", facts(), 0, false, facts(report)),
            new SheetPlan<>("洽谈统计", talks(), 2, false, rows),
            new SheetPlan<>("意向统计", intents(), 2, false, rows)),
        "%s，截至 %s。属于多个领域的项目，在每个领域各计一次".formatted(report.session().setup().name(), report.asOf()),
        out);
  }

  private static List<SheetColumn<Fact>> facts() {
    return List.of(
        new SheetColumn<>("统计项", Look.TEXT, 30, Fact::label),
        new SheetColumn<>("数量或内容", Look.TEXT, 48, Fact::value));
  }

  private static List<Fact> facts(SessionReport report) {
    var setup = report.session().setup();
    var people = report.people();
    var talks = report.total().talks();
    var intents = report.total().intents();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("对接会", setup.name()));
    facts.add(new Fact("日期", setup.day()));
    facts.add(new Fact("地点", setup.place()));
    facts.add(new Fact("邀请机构(家)", people.invited()));
    facts.add(new Fact("已答复(家)", people.answered()));
    facts.add(new Fact("答复参加(家)", people.coming()));
    facts.add(new Fact("签到机构(家)", known(people.came())));
    facts.add(new Fact("项目(个)", report.total().projects()));
    facts.add(new Fact("签到项目(个)", known(people.projectsCame())));
    facts.add(new Fact("排定洽谈(场)", talks.planned()));
    facts.add(new Fact("候补补位(场)", talks.refilled()));
    facts.add(new Fact("已谈(场)", talks.held()));
    facts.add(new Fact("缺席(场)", talks.missed()));
    facts.add(new Fact("是否谈过未填(场)", talks.unknown()));
    facts.add(new Fact("意向(个)", intents.all()));
    facts.add(new Fact("意向金额(元)", money(intents.amount())));
    facts.add(new Fact("意向金额未填(个)", intents.unknown()));
    facts.add(new Fact("合同金额(元)", money(intents.signed())));
    facts.add(new Fact("合同金额未填(份)", intents.signedUnknown()));
    return facts;
  }

  private static Object known(@Nullable Integer count) {
    return count == null ? SessionReport.UNKNOWN : count;
  }

  private static Money money(BigDecimal yuan) {
    return new Money(yuan);
  }

  private static List<SheetColumn<Row>> talks() {
    var columns = named();
    columns.add(talk("排定洽谈", SessionReport.Talks::planned));
    columns.add(talk("候补补位", SessionReport.Talks::refilled));
    columns.add(talk("已谈", SessionReport.Talks::held));
    columns.add(talk("缺席", SessionReport.Talks::missed));
    columns.add(talk("是否谈过未填", SessionReport.Talks::unknown));
    Arrays.stream(TalkResult.Kind.values())
        .forEach(kind -> columns.add(talk(kind.label(), talks -> talks.of(kind))));
    columns.add(talk("双方所记不同", SessionReport.Talks::disputed));
    columns.add(talk("结果未填", SessionReport.Talks::unrecorded));
    return columns;
  }

  private static List<SheetColumn<Row>> intents() {
    var columns = named();
    columns.add(intent("意向数", SessionReport.Intended::all));
    Arrays.stream(Intent.State.values())
        .forEach(state -> columns.add(intent(state.label(), intents -> intents.of(state))));
    columns.add(amount("意向金额(元)", SessionReport.Intended::amount));
    columns.add(intent("金额未填", SessionReport.Intended::unknown));
    columns.add(amount("合同金额(元)", SessionReport.Intended::signed));
    columns.add(intent("合同金额未填", SessionReport.Intended::signedUnknown));
    return columns;
  }

  private static List<SheetColumn<Row>> named() {
    var columns = new ArrayList<SheetColumn<Row>>();
    columns.add(new SheetColumn<>("分类", Look.MARK, 12, Row::group));
    columns.add(new SheetColumn<>("名称", Look.TEXT, 34, row -> row.line().name()));
    columns.add(new SheetColumn<>("项目数", Look.TEXT, 9, row -> row.line().projects()));
    columns.add(new SheetColumn<>("机构数", Look.TEXT, 9, row -> row.line().agencies()));
    return columns;
  }

  private static SheetColumn<Row> talk(String header, ToIntFunction<SessionReport.Talks> count) {
    return new SheetColumn<>(header, Look.TEXT, 11, row -> count.applyAsInt(row.line().talks()));
  }

  private static SheetColumn<Row> intent(
      String header, ToIntFunction<SessionReport.Intended> count) {
    return new SheetColumn<>(header, Look.TEXT, 11, row -> count.applyAsInt(row.line().intents()));
  }

  private static SheetColumn<Row> amount(
      String header, Function<SessionReport.Intended, BigDecimal> amount) {
    return new SheetColumn<>(
        header, Look.MONEY, 20, row -> money(amount.apply(row.line().intents())));
  }
}
