package duijie.imports;

import duijie.accounts.Account;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.files.FileNames;
import duijie.files.KeptFiles;
import duijie.sessions.Session;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People upload workbooks, look at what they would do, and have them imported or give them up. */
@Singleton
public class Importing {

  /** Larger files are no directory that a person keeps. */
  public static final long MOST_BYTES = 10L << 20;

  private static final int LONGEST_NAME = 120;

  private final Imports imports;
  private final Previews previews;
  private final KeptFiles files;
  private final AuditTrail trail;

  Importing(Imports imports, Previews previews, KeptFiles files, AuditTrail trail) {
    this.imports = imports;
    this.previews = previews;
    this.files = files;
    this.trail = trail;
  }

  /** What comes of a step. */
  public sealed interface Outcome {

    /** It was taken, now or before. */
    record Done() implements Outcome {}

    /** It was not. */
    record Refused(String sentence) implements Outcome {}
  }

  /**
   * Takes a workbook in; it is read in the background. Sent twice, it is taken once.
   *
   * @param session the session whose sheets it holds, or null
   * @param name what the file is called where it comes from
   */
  @Transactional
  public Outcome upload(
      Import.Id id,
      Import.Kind kind,
      Session.@Nullable Id session,
      String name,
      InputStream content,
      Account who,
      Caller by)
      throws IOException {
    return switch (files.keep(content, MOST_BYTES)) {
      case KeptFiles.Kept.Empty empty -> new Outcome.Refused("文件是空的（0 字节）。请重新保存或重新下载后再上传。");
      case KeptFiles.Kept.TooLarge large ->
          new Outcome.Refused("文件超过 " + (MOST_BYTES >> 20) + " MB。请删去图片和多余的工作表，或拆分成几个文件，分别导入。");
      case KeptFiles.Kept.Objected(var sentence) -> new Outcome.Refused(sentence);
      case KeptFiles.Kept.Whole(var fingerprint, var bytes) -> {
        var file = new Import.File(shortened(name), fingerprint, bytes);
        var owner = who.organisation().id();
        if (imports.add(id, kind, owner, session, file, who.displayName(), by)) {
          var after =
              Snapshot.of(
                  Map.of("kind", kind, "file", file.name(), "sha256", fingerprint, "bytes", bytes));
          trail.record(
              Entry.added(
                  by, "UPLOAD_WORKBOOK", new Entry.Subject("import", id.toString()), after));
        }
        yield new Outcome.Done();
      }
    };
  }

  /**
   * Has what is previewed imported.
   *
   * @param version of the preview that was looked at
   * @param overwrites whether records that are kept by their own people are changed too
   */
  @Transactional
  public Outcome confirm(Import.Id id, int version, boolean overwrites, Account who, Caller by) {
    if (imports.confirm(id, version, overwrites, who.displayName(), by)) {
      var subject = new Entry.Subject("import", id.toString());
      trail.record(
          Entry.added(
              by, "CONFIRM_IMPORT", subject, Snapshot.of(Map.of("overwrites", overwrites))));
      return new Outcome.Done();
    }
    var now = imports.find(id).orElseThrow();
    return switch (now.state()) {
      case IMPORTING, DONE -> new Outcome.Done();
      case TO_CONFIRM -> new Outcome.Refused("在您打开这一页以后，预览重新做过。请看现在的预览，再确认。");
      default -> new Outcome.Refused("这次导入现在是“" + now.state().label() + "”，不能再确认。");
    };
  }

  /**
   * Chooses of a row in conflict what the sheet says, or what is stored.
   *
   * @return whether that could be chosen: only while it waits to be confirmed
   */
  @Transactional
  public boolean choose(Import.Id id, Line.Place row, boolean sheet) {
    if (imports.find(id).filter(of -> of.state() == Import.State.TO_CONFIRM).isEmpty()) {
      return false;
    }
    previews.choose(id, row, sheet);
    return true;
  }

  /** Gives it up; nothing of it is imported. */
  @Transactional
  public Outcome cancel(Import.Id id, Caller by) {
    if (imports.cancel(id)) {
      trail.record(Entry.done(by, "CANCEL_IMPORT", new Entry.Subject("import", id.toString())));
      return new Outcome.Done();
    }
    var state = imports.find(id).orElseThrow().state();
    return state == Import.State.CANCELLED
        ? new Outcome.Done()
        : new Outcome.Refused("这次导入现在是“" + state.label() + "”，不能再取消。");
  }

  private static String shortened(String name) {
    var own = FileNames.own(name);
    return FileNames.shortened(own.isEmpty() ? "未命名.xlsx" : own, LONGEST_NAME);
  }
}
