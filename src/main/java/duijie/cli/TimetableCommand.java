package duijie.cli;

import duijie.timetable.Mistake;
import duijie.timetable.Timetable;
import duijie.timetable.Timetabling;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a timetable on files alone: pairs, slots and tables in, meetings out. */
@Command(name = "timetable")
@SuppressWarnings("NullAway.Init") // options are set by picocli
final class TimetableCommand implements Callable<Integer> {

  @Option(names = "--in", required = true, paramLabel = "F.json", descriptionKey = "timetable.in")
  private Path in;

  @Option(names = "--out", required = true, paramLabel = "F.json", descriptionKey = "timetable.out")
  private Path out;

  @Option(names = "--seconds", paramLabel = "N", descriptionKey = "timetable.seconds")
  private @Nullable Integer seconds;

  private final Console console;

  TimetableCommand(Clock clock, Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    check();
    var read = TimetableReader.read(in);
    read.unknownFields().forEach(pointer -> console.say("timetable.unknown-field", pointer));
    if (!read.mistakes().isEmpty()) {
      read.mistakes().forEach(mistake -> console.sayPlain(line(mistake)));
      console.say("timetable.broken", read.mistakes().size());
      return ExitCode.PROBLEMS;
    }
    var timetable = Timetabling.make(read.task(), patience());
    OutputFile.write(
        out,
        stream -> TimetableJson.write(timetable, console.messages().chinese(), stream),
        console.messages());
    report(timetable);
    console.say("written", out);
    return ExitCode.DONE;
  }

  private void check() throws IOException {
    var messages = console.messages();
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("timetable.bad-out", out));
    }
    if (seconds != null && seconds < 1) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("timetable.bad-seconds", seconds));
    }
    if (!Files.isRegularFile(in) || !Files.isReadable(in)) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("no-such-file", in));
    }
    if (Returned.isSame(in, out)) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("timetable.out-is-input", out));
    }
  }

  /** Tells that it goes on, and has it end when the seconds are over. */
  private BooleanSupplier patience() {
    var progress = new Progress(console);
    long begin = System.nanoTime();
    long most = seconds == null ? Long.MAX_VALUE : Duration.ofSeconds(seconds).toNanos();
    return () -> {
      progress.at("timetable.searching");
      return System.nanoTime() - begin > most;
    };
  }

  private void report(Timetable timetable) {
    var bound = timetable.upperBound();
    var share =
        bound.signum() == 0
            ? BigDecimal.valueOf(100)
            : timetable.value().movePointRight(2).divide(bound, 2, RoundingMode.FLOOR);
    console.say(
        "timetable.done",
        timetable.meetings().size(),
        timetable.unplaced().size(),
        timetable.value().toPlainString(),
        bound.toPlainString(),
        share.toPlainString());
    if (timetable.cut()) {
      console.say("timetable.cut");
    }
  }

  private String line(Mistake mistake) {
    return shown(
        console.messages().chinese()
            ? "%s %s：%s [%s]"
                .formatted(in.getFileName(), mistake.pointer(), mistake.sentence(), mistake.code())
            : "%s %s: [%s] %s"
                .formatted(in.getFileName(), mistake.pointer(), mistake.code(), mistake.english()));
  }

  /** An id can be any text: what would steer the terminal is written out. */
  private static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              int type = Character.getType(sign);
              if (type == Character.CONTROL || type == Character.FORMAT) {
                shown.append("\\u%04x".formatted(sign));
              } else {
                shown.appendCodePoint(sign);
              }
            });
    return shown.toString();
  }
}
