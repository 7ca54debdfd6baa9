package duijie.sessions;

import duijie.agencies.Figures;
import duijie.agencies.Read;
import duijie.agencies.Typed;
import duijie.sessions.FindingsReading.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands what people say of an intent; everything wrong is told at once. */
public final class IntentReading {

  private static final int LONGEST_NUMBER = 100;

  private final Map<String, String> typed;
  private final List<Fault> faults = new ArrayList<>();

  private IntentReading(Map<String, String> typed) {
    this.typed = typed;
  }

  /** What came of reading. */
  public sealed interface Outcome {

    /** It was understood. */
    record Understood(IntentKeeping.News news) implements Outcome {}

    /** All that is wrong with it. */
    record Faulty(List<Fault> faults) implements Outcome {}
  }

  /**
   * Reads what was typed into the fields amount, todo, who, until, number, signed (the amount of
   * the contract), paid, accepted, step and words.
   *
   * @param intent of which it is said: how the talk ended stays
   * @param day of the session: nothing is to be followed up before it
   */
  public static Outcome read(Map<String, String> typed, Intent intent, LocalDate day) {
    return new IntentReading(typed).read(intent, day);
  }

  private Outcome read(Intent intent, LocalDate day) {
    var findings = new HashMap<>(typed);
    findings.put("kind", intent.findings().kind().name());
    var read = FindingsReading.read(findings, day);
    if (read instanceof FindingsReading.Outcome.Faulty(var wrong)) {
      faults.addAll(wrong);
    }
    @Nullable String number = value("number", Typed.text("合同号", text("number"), LONGEST_NUMBER));
    var deal =
        new Intent.Deal(
            number == null ? "" : number,
            value("signed", Figures.amount("合同金额", text("signed"))),
            value("paid", Figures.date("首付款日期", text("paid"))),
            value("accepted", Figures.date("验收日期", text("accepted"))));
    @Nullable String said =
        value("words", Typed.text("跟进情况", text("words"), IntentKeeping.LONGEST));
    var words = said == null ? "" : said;
    var step = step();
    return read instanceof FindingsReading.Outcome.Understood(var found) && faults.isEmpty()
        ? new Outcome.Understood(new IntentKeeping.News(found, deal, step, words))
        : new Outcome.Faulty(List.copyOf(faults));
  }

  private Intent.@Nullable Step step() {
    var text = text("step").strip();
    var step = Arrays.stream(Intent.Step.values()).filter(s -> s.name().equals(text)).findFirst();
    if (step.isEmpty() && !text.isEmpty()) {
      faults.add(new Fault("step", "请选择现在怎样了。"));
    }
    return step.orElse(null);
  }

  private <T> @Nullable T value(String field, Read<T> read) {
    return switch (read) {
      case Read.Value<T>(var value) -> value;
      case Read.Blank<T> blank -> null;
      case Read.Wrong<T>(var sentence) -> {
        faults.add(new Fault(field, sentence));
        yield null;
      }
    };
  }

  private String text(String field) {
    return typed.getOrDefault(field, "");
  }
}
