package duijie.sheets;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.nio.file.Path;

/**
 * Reads workbooks that people made. Whatever the file, it answers with problems and never with an
 * exception, within 30 s and 512 MB.
 */
public interface WorkbookReader {

  /** Reads the sheet 项目发布表. */
  Imported<Project> projects(Path file);

  /** Reads the sheet 项目发布表, and keeps what stands in its cells. */
  Imported<ProjectRow> projectRows(Path file);

  /** Reads the sheet 机构名录. */
  Imported<Agency> agencies(Path file);

  /** Reads the sheets 签到表 and 意向台账, as far as the file has them. */
  SessionSheets sessionSheets(Path file);
}
