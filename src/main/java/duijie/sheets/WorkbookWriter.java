package duijie.sheets;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes workbooks that are ready to print. */
public interface WorkbookWriter {

  /** The matchmaking workbook 对接表: 项目发布表, 机构名录, 对接总表, 统计汇总. */
  void matchmaking(MatchmakingBook book, OutputStream out) throws IOException;

  /** These sheets of the workbook of a session; whoever gets it may see whom to call. */
  void session(SessionBook book, Set<SessionSheet> sheets, OutputStream out) throws IOException;

  /**
   * The sheet 项目发布表 alone, row by row, whatever the number of rows.
   *
   * @param projects gone through twice: for their extra columns, then for their rows
   * @param contacts whether contact persons and phones are shown
   */
  void projects(Iterable<Project> projects, boolean contacts, OutputStream out) throws IOException;

  /**
   * The sheet 机构名录 alone, row by row, whatever the number of rows.
   *
   * @param agencies gone through twice: for their extra columns, then for their rows
   * @param contacts whether contact persons and phones are shown
   */
  void agencies(Iterable<Agency> agencies, boolean contacts, OutputStream out) throws IOException;

  /** The empty import template of a kind. */
  void template(Kind kind, OutputStream out) throws IOException;

  /**
   * The workbook as it came in, with a column 错误原因, the problem cells marked and a sheet that lists
   * all problems; that sheet alone where the workbook cannot be opened.
   */
  void errors(Path workbook, List<Problem> problems, OutputStream out) throws IOException;

  /** The kinds of sheet that can be imported. */
  enum Kind {
    PROJECTS("项目发布表"),
    AGENCIES("机构名录");

    private final String sheet;

    Kind(String sheet) {
      this.sheet = sheet;
    }

    /** The sheet's name. */
    public String sheet() {
      return sheet;
    }
  }
}
