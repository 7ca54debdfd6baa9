package duijie.sheets.poi;

import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;

/** What is left of the limits while one workbook is read. */
final class Allowance {

  private final Limits limits;
  private final long deadline;
  private long unpacked;
  private long characters;

  Allowance(Limits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
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

  void text(int more) throws RefusedWorkbook {
    characters += more;
    if (characters > limits.characters()) {
      throw new RefusedWorkbook(ProblemCode.TOO_MUCH_TEXT, "文件中的文字太多。请拆分成几个文件后分别导入。");
    }
  }

  /** A workbook that is gone over again is read from the start. */
  void startOver() {
    characters = 0;
  }
}
