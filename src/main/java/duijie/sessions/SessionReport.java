package duijie.sessions;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session came to, for those who answer for it. What is not known is counted as such, and
 * never as nothing.
 *
 * @param asOf the day on which it was counted
 * @param total everything
 * @param outcomes how the talks ended, in the order of the kinds, then those of which both sides
 *     say something else, then those of which nothing was recorded
 * @param fields the same by service field: a project of several counts under each of them
 * @param towns the same by the place of the projects
 */
public record SessionReport(
    Session session,
    LocalDate asOf,
    People people,
    Line total,
    List<Outcome> outcomes,
    List<Line> fields,
    List<Line> towns) {

  /** What stands where nothing is known. */
  public static final String UNKNOWN = "未填";

  public SessionReport {
    outcomes = List.copyOf(outcomes);
    fields = List.copyOf(fields);
    towns = List.copyOf(towns);
  }

  /**
   * Who was asked and who came.
   *
   * @param invited agencies that were asked or came without it
   * @param came agencies that were noted as being there, or null where nobody kept a list
   * @param projectsCame projects of which somebody was there, or null where nobody kept a list
   */
  public record People(
      int invited,
      int answered,
      int coming,
      int declined,
      @Nullable Integer came,
      @Nullable Integer projectsCame) {}

  /**
   * How many talks ended in one way.
   *
   * @param amount the sum of the intended amounts that are known; null where there is none to speak
   *     of
   * @param unknown how many of them speak of none though they could
   */
  public record Outcome(String name, int talks, @Nullable BigDecimal amount, int unknown) {

    /** The amount as reports write it. */
    public String written() {
      return amount == null ? "—" : grouped(amount);
    }
  }

  /**
   * A part of it.
   *
   * @param talks of the projects that it counts
   * @param intents of the same
   */
  public record Line(String name, int projects, int agencies, Talks talks, Intended intents) {}

  /**
   * What became of talks. Those that were planned and those that came instead of others were either
   * held or missed, or nobody has said.
   *
   * @param planned those of the timetable
   * @param refilled those that came in the place of others
   * @param kinds how those that have an outcome that counts ended
   * @param disputed of how many both sides say something else
   * @param unrecorded of how many nothing was recorded; those that were missed are not among them
   */
  public record Talks(
      int planned,
      int refilled,
      int held,
      int missed,
      Map<TalkResult.Kind, Integer> kinds,
      int disputed,
      int unrecorded) {

    /** Of how many nobody has said whether they were held. */
    public int unknown() {
      return planned + refilled - held - missed;
    }

    public int of(TalkResult.Kind kind) {
      return kinds.getOrDefault(kind, 0);
    }
  }

  /**
   * What talks left to be followed up.
   *
   * @param amount the sum of the intended amounts that are known
   * @param unknown how many intents speak of none
   * @param signed the sum of the amounts of contracts that are known
   * @param signedUnknown of how many contracts the amount is not known
   */
  public record Intended(
      Map<Intent.State, Integer> states,
      BigDecimal amount,
      int unknown,
      BigDecimal signed,
      int signedUnknown) {

    public int all() {
      return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Intent.State state) {
      return states.getOrDefault(state, 0);
    }
  }

  /** The report in a few sentences. */
  public List<String> sentences() {
    var setup = session.setup();
    var day = setup.day();
    var talks = total.talks();
    var intents = total.intents();
    return List.of(
        "%s于%d年%d月%d日在%s举行，设%d桌、%d个时段，列入洽谈的项目%d个，签到%s。共邀请机构%d家，已答复%d家，其中参加%d家、不参加%d家，签到%s。"
            .formatted(
                setup.name(),
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                setup.place(),
                setup.tables(),
                setup.slots().size(),
                total.projects(),
                known(people.projectsCame(), "个"),
                people.invited(),
                people.answered(),
                people.coming(),
                people.declined(),
                known(people.came(), "家")),
        "时刻表排定洽谈%d场，候补补位%d场；已谈%d场，缺席%d场，是否谈过未填的%d场。"
            .formatted(
                talks.planned(), talks.refilled(), talks.held(), talks.missed(), talks.unknown()),
        "洽谈结果：%s。"
            .formatted(
                String.join(
                    "，", outcomes.stream().map(one -> one.name() + one.talks() + "场").toList())),
        "形成意向%d个，意向金额合计%s%s；其中跟进%d个、采购中%d个、转化%d个、失效%d个。已签合同金额合计%s%s。"
            .formatted(
                intents.all(),
                yuan(intents.amount()),
                unknown(intents.unknown(), "个"),
                intents.of(Intent.State.OPEN),
                intents.of(Intent.State.IN_PROCUREMENT),
                intents.of(Intent.State.CONVERTED),
                intents.of(Intent.State.LAPSED),
                yuan(intents.signed()),
                unknown(intents.signedUnknown(), "份")));
  }

  private static String known(@Nullable Integer count, String unit) {
    return count == null ? UNKNOWN : count + unit;
  }

  private static String unknown(int count, String unit) {
    return count == 0 ? "" : "（另有%d%s未填金额）".formatted(count, unit);
  }

  /** An amount as reports write it, exact to the fen. */
  public static String yuan(BigDecimal amount) {
    return grouped(amount) + "元";
  }

  /** The same without its unit: with both decimals, or with none where it is whole. */
  public static String grouped(BigDecimal amount) {
    var pattern = amount.stripTrailingZeros().scale() > 0 ? "#,##0.00" : "#,##0";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
  }
}
