package duijie.sessions;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands how an organizer says a session is to be held; everything wrong is told at once. */
public final class SetupReading {

  /** So many blocks a day has at most. */
  public static final int MOST_BLOCKS = 4;

  private static final int LONGEST = 100;
  private static final int MOST_TABLES = 1000;
  private static final int MOST_SLOTS = 60;
  private static final int MOST_MINUTES = 120;
  private static final int MOST_TOP = 200;
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:点时](\\d{1,2})?分?");

  private final Map<String, String> typed;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private SetupReading(Map<String, String> typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /**
   * What is wrong.
   *
   * @param field the name of the field
   */
  public record Fault(String field, String sentence) {}

  /** What came of reading. */
  public sealed interface Read {

    /** It was understood. */
    record Understood(Setup setup) implements Read {}

    /** It was not, for all these reasons. */
    record Faulty(List<Fault> faults) implements Read {}
  }

  /**
   * Reads what was typed.
   *
   * @param typed by the names of the fields: name, place, day, tables, talk, pause, per-project,
   *     per-agency, booking, top, minimum, newcomers, and of each block block-n-name,
   *     block-n-begins and block-n-slots
   * @param today no session is held before
   */
  public static Read read(Map<String, String> typed, LocalDate today) {
    return new SetupReading(typed, today).read();
  }

  private Read read() {
    var name = line("name", "对接会名称");
    var place = line("place", "地点");
    var day = day();
    int talk = number("talk", "每次洽谈分钟数", 1, MOST_MINUTES);
    int pause = number("pause", "换桌分钟数", 0, MOST_MINUTES);
    var blocks = blocks(talk, pause);
    int tables = number("tables", "桌数", 1, MOST_TABLES);
    int perProject = number("per-project", "每个项目最多洽谈次数", 1, MOST_SLOTS);
    int perAgency = number("per-agency", "每家机构最多洽谈次数", 1, MOST_SLOTS);
    var booking =
        Arrays.stream(BookingMode.values())
            .filter(mode -> mode.name().equals(text("booking")))
            .findFirst();
    if (booking.isEmpty()) {
      faults.add(new Fault("booking", "请选择约谈方式。"));
    }
    int top = number("top", "每个项目邀请前几名", 1, MOST_TOP);
    var minimum = score();
    int newcomers = number("newcomers", "新小机构名额", 0, MOST_TOP);
    if (!faults.isEmpty() || day == null || booking.isEmpty()) {
      return new Read.Faulty(List.copyOf(faults));
    }
    return new Read.Understood(
        new Setup(
            name,
            place,
            day,
            blocks,
            tables,
            talk,
            pause,
            perProject,
            perAgency,
            booking.get(),
            new InvitationRule(top, minimum, newcomers)));
  }

  private String line(String field, String label) {
    var text = text(field);
    int length = text.codePointCount(0, text.length());
    if (text.isEmpty()) {
      faults.add(new Fault(field, "请填写“" + label + "”。"));
    } else if (length > LONGEST) {
      faults.add(new Fault(field, "“%s”最多 %d 个字，现在有 %d 个字。".formatted(label, LONGEST, length)));
    }
    return text;
  }

  private @Nullable LocalDate day() {
    try {
      var day = LocalDate.parse(plain("day"));
      if (day.isBefore(today)) {
        faults.add(new Fault("day", "日期已经过去，请填今天或者以后的日期。"));
      }
      return day;
    } catch (DateTimeException e) {
      faults.add(new Fault("day", "请填写日期，例如 " + today.plusMonths(1) + "。"));
      return null;
    }
  }

  private List<Block> blocks(int talk, int pause) {
    var blocks = new ArrayList<Block>();
    for (int i = 1; i <= MOST_BLOCKS; i++) {
      var prefix = "block-" + i + "-";
      if (!plain(prefix + "begins").isEmpty() || !plain(prefix + "slots").isEmpty()) {
        block(prefix, i).ifPresent(blocks::add);
      }
    }
    if (blocks.isEmpty() && faults.stream().noneMatch(f -> f.field().startsWith("block-"))) {
      faults.add(new Fault("block-1-begins", "请至少填一个场次：几点开始，有几个时段。"));
    }
    int slots = blocks.stream().mapToInt(Block::slots).sum();
    if (slots > MOST_SLOTS) {
      faults.add(new Fault("block-1-slots", "全天最多 %d 个时段，现在有 %d 个。".formatted(MOST_SLOTS, slots)));
    } else {
      apart(blocks, Duration.ofMinutes(talk), Duration.ofMinutes(pause));
    }
    return blocks;
  }

  private Optional<Block> block(String prefix, int number) {
    var begins = time(plain(prefix + "begins"));
    int slots = number(prefix + "slots", "第 " + number + " 个场次的时段数", 1, MOST_SLOTS);
    if (begins == null) {
      faults.add(new Fault(prefix + "begins", "第 " + number + " 个场次请写几点开始，例如 09:00。"));
      return Optional.empty();
    }
    var name = text(prefix + "name");
    return Optional.of(new Block(name.isEmpty() ? "第" + number + "场" : name, begins, slots));
  }

  /** A block that is not over when the next begins, or at midnight, cannot be held. */
  private void apart(List<Block> blocks, Duration talk, Duration pause) {
    long free = 0;
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      long begins = block.begins().toSecondOfDay();
      var field = "block-" + (i + 1) + "-begins";
      if (begins < free) {
        faults.add(new Fault(field, "“%s”开始的时候，前一场还没有结束。请改时间或者时段数。".formatted(block.name())));
      }
      free =
          begins
              + talk.plus(pause).toSeconds() * block.slots()
              - (block.slots() > 0 ? pause.toSeconds() : 0);
      if (free >= Duration.ofDays(1).toSeconds()) {
        faults.add(new Fault(field, "“%s”要到半夜以后才结束。请改时间或者时段数。".formatted(block.name())));
      }
    }
  }

  private static @Nullable LocalTime time(String text) {
    var parts = TIME.matcher(text.replace('：', ':'));
    if (!parts.matches()) {
      return null;
    }
    try {
      var minute = parts.group(2);
      return LocalTime.of(
          Integer.parseInt(parts.group(1)), minute == null ? 0 : Integer.parseInt(minute));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private int number(String field, String label, int least, int most) {
    var text = plain(field);
    if (text.matches("\\d{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    faults.add(new Fault(field, "“%s”应为 %d 到 %d 的整数。".formatted(label, least, most)));
    return least;
  }

  private BigDecimal score() {
    var text = plain("minimum");
    if (text.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      var score = new BigDecimal(text);
      if (score.compareTo(BigDecimal.valueOf(100)) <= 0) {
        return score;
      }
    }
    faults.add(new Fault("minimum", "“最低匹配分”应为 0 到 100，最多两位小数。"));
    return BigDecimal.ZERO;
  }

  private String text(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  private String plain(String field) {
    return Normalizer.normalize(text(field), Normalizer.Form.NFKC).strip();
  }
}
