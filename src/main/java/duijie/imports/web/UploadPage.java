package duijie.imports.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * Where a workbook is uploaded.
 *
 * @param sheet what is to be uploaded
 * @param fresh the id that the import is to have
 * @param most how large the file may be, in MB
 * @param rules what becomes of the rows, a sentence each
 */
public record UploadPage(
    String title,
    String sheet,
    String action,
    String template,
    String list,
    String fresh,
    long most,
    List<String> rules,
    List<Problem> problems) {}
