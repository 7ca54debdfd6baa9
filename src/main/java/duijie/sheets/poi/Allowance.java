package duijie.sheets.poi;

import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import java.time.Duration;

/** What is left of the limits while one workbook is read. */
final class Allowance {

  private final Limits limits;
  private final long deadline;
  private long unpacked;
  private long shared;
  private long own;
  private long referred;

  Allowance(Limits limits) {
    this(limits, limits.time());
  }

  /** The same where some of the time is gone already. */
  Allowance(Limits limits, Duration left) {
    this.limits = limits;
    this.deadline = System.nanoTime() + left.toNanos();
  }

  Limits limits() {
    return limits;
  }

  /** Asked now and then, at least every few thousand steps. */
  void checkTime() throws RefusedWorkbook {
    if (System.nanoTime() - deadline > 0) {
      throw new RefusedWorkbook(
          ProblemCode.TOO_SLOW, "读取超过 " + limits.time().toSeconds() + " 秒，已停止。请拆分成几个较小的文件后分别导入。");
    }
  }

  void unpack(int bytes) throws RefusedWorkbook {
    unpacked += bytes;
    if (unpacked > limits.unpackedBytes()) {
      throw new RefusedWorkbook(
          ProblemCode.UNPACKS_TOO_LARGE,
          "文件解压后超过 " + limits.unpackedMegabytes() + " MB。请删去图片和多余的工作表，或拆分成几个文件。");
    }
  }

  /** Takes a text that any number of cells may refer to. */
  void sharedText(int more) throws RefusedWorkbook {
    shared += more;
    checkText();
  }

  /** Takes a cell's own text. */
  void ownText(int more) throws RefusedWorkbook {
    own += more;
    checkText();
  }

  /** Takes a text once more for a cell that refers to it: each is gone through anew. */
  void referredText(int more) throws RefusedWorkbook {
    referred += more;
    checkText();
  }

  /** Bounds both what is kept and what is gone through. */
  private void checkText() throws RefusedWorkbook {
    if (own + Math.max(shared, referred) > limits.characters()) {
      throw new RefusedWorkbook(ProblemCode.TOO_MUCH_TEXT, "文件中的文字太多。请拆分成几个文件后分别导入。");
    }
  }

  /** A sheet that is gone over again is read from its start. */
  void startOver() {
    own = 0;
    referred = 0;
  }
}
