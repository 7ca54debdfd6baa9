package duijie.timetable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds locks that contradict each other, an absence, a cap or the tables. */
final class LockCheck {

  private final TimetableTask task;
  private final IntUnaryOperator number;
  private final Map<String, Party> projects;
  private final Map<String, Party> agencies;
  private final List<Mistake> mistakes;

  /** Which pair has it, by what can be had once. */
  private final Map<List<Object>, String> taken = new HashMap<>();

  private final Map<List<Object>, Integer> counts = new HashMap<>();

  LockCheck(
      TimetableTask task,
      IntUnaryOperator number,
      Map<String, Party> projects,
      Map<String, Party> agencies,
      List<Mistake> mistakes) {
    this.task = task;
    this.number = number;
    this.projects = projects;
    this.agencies = agencies;
    this.mistakes = mistakes;
  }

  void run() {
    for (int i = 0; i < task.pairs().size(); i++) {
      var pair = task.pairs().get(i);
      var lock = pair.locked();
      if (lock != null) {
        check("/pairs/" + number.applyAsInt(i), pair, lock);
      }
    }
  }

  private void check(String pointer, Pair pair, Pair.Lock lock) {
    var inSlot = pointer + "/locked/slot";
    if (lock.slot() < 1 || lock.slot() > task.slots()) {
      add(
          inSlot,
          "no-such-slot",
          "没有第 %d 时段，只有 1 到 %d，请改正".formatted(lock.slot(), task.slots()),
          "there is no slot %d, only 1 to %d: correct it".formatted(lock.slot(), task.slots()));
      return;
    }
    party(pointer, "项目", "project", projects.get(pair.project()), lock.slot());
    party(pointer, "机构", "agency", agencies.get(pair.agency()), lock.slot());
    if (counts.merge(List.of("slot", lock.slot()), 1, Integer::sum) == task.tables() + 1) {
      add(
          inSlot,
          "locked-over-tables",
          "第 %d 时段锁定的洽谈多于 %d 张桌，请解除一些锁定".formatted(lock.slot(), task.tables()),
          "more meetings are locked in slot %d than there are tables (%d): unlock some"
              .formatted(lock.slot(), task.tables()));
    }
    table(pointer + "/locked/table", pair, lock.slot(), lock.table());
  }

  private void party(String pointer, String what, String english, @Nullable Party party, int slot) {
    if (party == null) {
      return; // an unknown id, told already
    }
    var inSlot = pointer + "/locked/slot";
    if (party.unavailable().contains(slot)) {
      add(
          inSlot,
          "locked-while-away",
          "%s“%s”第 %d 时段不能到场，请改时段或解除锁定".formatted(what, party.id(), slot),
          "%s \"%s\" is not there in slot %d: choose another slot or unlock it"
              .formatted(english, party.id(), slot));
    }
    once(
        inSlot,
        pointer,
        List.of(english, party.id(), slot),
        "%s“%s”第 %d 时段".formatted(what, party.id(), slot),
        "%s \"%s\" in slot %d".formatted(english, party.id(), slot));
    if (counts.merge(List.of(english, party.id()), 1, Integer::sum) == party.maxMeetings() + 1) {
      add(
          pointer + "/locked",
          "locked-over-cap",
          "%s“%s”锁定的洽谈多于它的上限 %d 场，请解除一些锁定或提高上限".formatted(what, party.id(), party.maxMeetings()),
          "more meetings of %s \"%s\" are locked than it takes (%d): unlock some or raise the cap"
              .formatted(english, party.id(), party.maxMeetings()));
    }
  }

  private void table(String pointer, Pair pair, int slot, @Nullable Integer table) {
    if (table == null) {
      return;
    }
    if (table < 1 || table > task.tables()) {
      add(
          pointer,
          "no-such-table",
          "没有 %d 号桌，只有 1 到 %d，请改正".formatted(table, task.tables()),
          "there is no table %d, only 1 to %d: correct it".formatted(table, task.tables()));
      return;
    }
    once(
        pointer,
        pointer,
        List.of("table", table, slot),
        "第 %d 时段 %d 号桌".formatted(slot, table),
        "table %d in slot %d".formatted(table, slot));
    if (!task.hasFixedSeats()) {
      return;
    }
    var owner = taken.putIfAbsent(List.of("owner", table), pair.project());
    var seat = taken.putIfAbsent(List.of("seat", pair.project()), table.toString());
    if ((owner != null && !owner.equals(pair.project()))
        || (seat != null && !seat.equals(table.toString()))) {
      add(
          pointer,
          "table-not-its-own",
          "桌数不少于项目数时，每个项目全天固定一张桌：项目“%s”不能锁定在 %d 号桌（%s），请统一桌号"
              .formatted(
                  pair.project(),
                  table,
                  seat != null && !seat.equals(table.toString())
                      ? "已锁定在 " + seat + " 号桌"
                      : "已锁定给项目“" + owner + "”"),
          "with a table for each project it keeps one all day: project \"%s\" cannot be locked at table %d (%s): lock all at one"
              .formatted(
                  pair.project(),
                  table,
                  seat != null && !seat.equals(table.toString())
                      ? "it is locked at " + seat
                      : "that is locked for \"" + owner + "\""));
    }
  }

  private void once(
      String pointer, String holder, List<Object> place, String what, String english) {
    var other = taken.putIfAbsent(place, holder);
    if (other != null) {
      add(
          pointer,
          "locked-twice",
          "%s锁定了两场洽谈（另一场见 %s），请解除其中一个".formatted(what, other),
          "two meetings are locked for %s (the other at %s): unlock one".formatted(english, other));
    }
  }

  private void add(String pointer, String code, String sentence, String english) {
    mistakes.add(new Mistake(pointer, code, sentence, english));
  }
}
