package duijie.timetable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Finds all that keeps a task from being planned. What is locked is seen to by {@link LockCheck}.
 */
public final class TaskCheck {

  /** More slots than a day of half-minutes. */
  public static final int MOST_SLOTS = 1_000;

  public static final int MOST_TABLES = 100_000;

  private static final int MOST_DECIMALS = 9;
  private static final BigDecimal MOST_VALUE = BigDecimal.valueOf(1_000_000_000);

  /** Sums of values, and differences of such sums, stay exact below this. */
  private static final BigInteger MOST_SUM = BigInteger.ONE.shiftLeft(60);

  private final TimetableTask task;
  private final Numbering numbering;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Party> projects = new HashMap<>();
  private final Map<String, Party> agencies = new HashMap<>();

  /**
   * Where the parts of a task stood in the list that they were read from, if some were left out
   * there.
   */
  public record Numbering(
      IntUnaryOperator projects, IntUnaryOperator agencies, IntUnaryOperator pairs) {

    /** None was left out. */
    public static final Numbering PLAIN = new Numbering(i -> i, i -> i, i -> i);
  }

  private TaskCheck(TimetableTask task, Numbering numbering) {
    this.task = task;
    this.numbering = numbering;
  }

  /** All mistakes at once; none if the task can be planned. */
  public static List<Mistake> mistakes(TimetableTask task) {
    return mistakes(task, Numbering.PLAIN);
  }

  /** The same, with pointers into the list that the task was read from. */
  public static List<Mistake> mistakes(TimetableTask task, Numbering numbering) {
    return new TaskCheck(task, numbering).run();
  }

  private List<Mistake> run() {
    range("/slots", task.slots(), MOST_SLOTS, "时段数", "the number of slots");
    range("/tables", task.tables(), MOST_TABLES, "桌数", "the number of tables");
    boolean measured = mistakes.isEmpty();
    parties("/projects/", task.projects(), numbering.projects(), projects, measured);
    parties("/agencies/", task.agencies(), numbering.agencies(), agencies, measured);
    pairs();
    if (measured) {
      new LockCheck(task, numbering.pairs(), projects, agencies, mistakes).run();
    }
    return List.copyOf(mistakes);
  }

  private void range(String pointer, int number, int most, String what, String english) {
    if (number < 1 || number > most) {
      add(
          pointer,
          "out-of-range",
          "%s应是 1 到 %d 的整数，现在是 %d".formatted(what, most, number),
          "%s must be a whole number from 1 to %d, not %d".formatted(english, most, number));
    }
  }

  private void parties(
      String list,
      List<Party> parties,
      IntUnaryOperator number,
      Map<String, Party> known,
      boolean measured) {
    for (int i = 0; i < parties.size(); i++) {
      var party = parties.get(i);
      var pointer = list + number.applyAsInt(i);
      if (known.putIfAbsent(party.id(), party) != null) {
        add(
            pointer + "/id",
            "duplicate-id",
            "编号“%s”出现了两次，请改成不同的编号或删去一个".formatted(party.id()),
            "the id \"%s\" is there twice: rename or remove one".formatted(party.id()));
      }
      if (party.maxMeetings() < 0) {
        add(
            pointer + "/maxMeetings",
            "negative-cap",
            "洽谈场数上限不能是负数，不限请删去这一项",
            "a cap cannot be negative: leave it out for no cap");
      }
      for (int slot : party.unavailable()) {
        if (measured && (slot < 1 || slot > task.slots())) {
          add(
              pointer + "/unavailable",
              "no-such-slot",
              "没有第 %d 时段，只有 1 到 %d，请改正或删去".formatted(slot, task.slots()),
              "there is no slot %d, only 1 to %d: correct or remove it"
                  .formatted(slot, task.slots()));
        }
      }
    }
  }

  private void pairs() {
    var seen = new HashSet<List<String>>();
    var sum = BigDecimal.ZERO;
    int scale = 0;
    for (int i = 0; i < task.pairs().size(); i++) {
      var pair = task.pairs().get(i);
      var pointer = "/pairs/" + numbering.pairs().applyAsInt(i);
      known(pointer + "/project", pair.project(), projects, "项目", "project");
      known(pointer + "/agency", pair.agency(), agencies, "机构", "agency");
      if (!seen.add(List.of(pair.project(), pair.agency()))) {
        add(
            pointer,
            "duplicate-pair",
            "项目“%s”与机构“%s”的配对出现了两次，请删去一个".formatted(pair.project(), pair.agency()),
            "project \"%s\" and agency \"%s\" are paired twice: remove one"
                .formatted(pair.project(), pair.agency()));
      }
      if (value(pointer + "/value", pair.value())) {
        sum = sum.add(pair.value());
        scale = Math.max(scale, pair.value().stripTrailingZeros().scale());
      }
    }
    if (sum.movePointRight(scale).toBigInteger().compareTo(MOST_SUM) > 0) {
      add(
          "/pairs",
          "values-too-fine",
          "价值的总和太大、小数位太多，无法精确计算，请减少小数位",
          "the values are too many, too large and too fine to add up exactly: use fewer decimals");
    }
  }

  private void known(
      String pointer, String id, Map<String, Party> parties, String what, String english) {
    if (!parties.containsKey(id)) {
      add(
          pointer,
          "unknown-" + english,
          "没有编号为“%s”的%s，请改正编号，或先列出它".formatted(id, what),
          "there is no %s \"%s\": correct the id, or list it first".formatted(english, id));
    }
  }

  private boolean value(String pointer, BigDecimal value) {
    if (value.signum() >= 0
        && value.compareTo(MOST_VALUE) <= 0
        && value.stripTrailingZeros().scale() <= MOST_DECIMALS) {
      return true;
    }
    add(
        pointer,
        "bad-value",
        "价值应在 0 到 %s 之间，最多 %d 位小数".formatted(MOST_VALUE.toPlainString(), MOST_DECIMALS),
        "a value must be from 0 to %s, with %d decimals at most"
            .formatted(MOST_VALUE.toPlainString(), MOST_DECIMALS));
    return false;
  }

  private void add(String pointer, String code, String sentence, String english) {
    mistakes.add(new Mistake(pointer, code, sentence, english));
  }
}
