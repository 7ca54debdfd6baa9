package duijie.sessions;

import duijie.agencies.Figures;
import duijie.agencies.Read;
import duijie.agencies.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands what people say came of a talk; everything wrong is told at once. */
public final class FindingsReading {

  /** The longest list of things to do, in characters. */
  public static final int LONGEST = 500;

  /** The longest name of who sees to it. */
  private static final int LONGEST_NAME = 60;

  private final Map<String, String> typed;
  private final List<Fault> faults = new ArrayList<>();

  private FindingsReading(Map<String, String> typed) {
    this.typed = typed;
  }

  /**
   * What is wrong.
   *
   * @param field the name of the field: kind, amount, todo, who, until
   */
  public record Fault(String field, String sentence) {}

  /** What came of reading. */
  public sealed interface Outcome {

    /** It was understood. */
    record Understood(Findings findings) implements Outcome {}

    /** All that is wrong with it. */
    record Faulty(List<Fault> faults) implements Outcome {}
  }

  /**
   * Reads what was typed into the fields kind, amount, todo, who and until. The kind may be its
   * name or what it is called.
   *
   * @param day of the session: nothing is to be followed up before it
   */
  public static Outcome read(Map<String, String> typed, LocalDate day) {
    return new FindingsReading(typed).read(day);
  }

  private Outcome read(LocalDate day) {
    var kind = kind();
    if (kind.isEmpty()) {
      faults.add(new Fault("kind", "请选择洽谈结果。"));
    }
    var amount = value("amount", Figures.amount("意向金额", text("amount")));
    if (kind.isPresent() && !kind.get().intended() && amount != null) {
      faults.add(new Fault("amount", "结果是“%s”，就没有意向金额。请改结果，或者清空金额。".formatted(kind.get().label())));
    }
    var todo = line("todo", "待补事项", LONGEST);
    var who = line("who", "责任人", LONGEST_NAME);
    var until = value("until", Figures.date("跟进期限", text("until")));
    if (until != null && until.isBefore(day)) {
      faults.add(new Fault("until", "“跟进期限”不能早于对接会的日期 %s。".formatted(day)));
    }
    return faults.isEmpty()
        ? new Outcome.Understood(new Findings(kind.orElseThrow(), amount, todo, who, until))
        : new Outcome.Faulty(List.copyOf(faults));
  }

  private Optional<TalkResult.Kind> kind() {
    var text = text("kind").strip();
    return Arrays.stream(TalkResult.Kind.values())
        .filter(kind -> kind.name().equals(text) || kind.label().equals(text))
        .findFirst();
  }

  private String line(String field, String label, int most) {
    @Nullable String text = value(field, Typed.text(label, text(field), most));
    return text == null ? "" : text;
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
