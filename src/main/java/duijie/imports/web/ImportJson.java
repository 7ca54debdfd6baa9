package duijie.imports.web;

import duijie.imports.Difference;
import duijie.imports.Effect;
import duijie.imports.Import;
import duijie.imports.Line;
import duijie.sheets.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes imports for programs. */
final class ImportJson {

  /** What becomes of the rows that programs import. */
  static final List<Effect> EFFECTS =
      List.of(Effect.NEW, Effect.CHANGED, Effect.KEPT, Effect.UNCHANGED, Effect.REFUSED);

  private ImportJson() {}

  static Map<String, @Nullable Object> of(Import of) {
    var file = new LinkedHashMap<String, @Nullable Object>();
    file.put("name", of.file().name());
    file.put("bytes", of.file().bytes());
    file.put("sha256", of.file().fingerprint());
    var rows = new LinkedHashMap<String, @Nullable Object>();
    for (var effect : EFFECTS) {
      rows.put(effect.name(), of.tally().of(effect));
    }
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", of.id());
    tree.put("state", of.state());
    tree.put("version", of.version());
    tree.put("file", file);
    tree.put("done", of.done());
    tree.put("total", of.total());
    tree.put("rows", rows);
    tree.put("errors", of.tally().errors());
    tree.put("warnings", of.tally().warnings());
    tree.put("sentence", of.sentence());
    tree.put("overwrites", of.overwrites());
    tree.put("uploadedBy", of.uploadedBy());
    tree.put("uploadedAt", of.uploadedAt());
    tree.put("confirmedBy", of.confirmedBy());
    tree.put("endedAt", of.endedAt());
    return tree;
  }

  static Map<String, @Nullable Object> of(Line line, List<Problem> problems) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("row", line.row());
    tree.put("effect", line.effect());
    tree.put("name", line.name());
    tree.put("target", line.target());
    tree.put("conflict", line.conflict());
    tree.put("changes", line.differences().stream().map(ImportJson::of).toList());
    tree.put("problems", problems.stream().map(ImportJson::of).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> of(Difference difference) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("column", difference.column());
    tree.put("before", difference.before());
    tree.put("after", difference.after());
    return tree;
  }

  static Map<String, @Nullable Object> of(Problem problem) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("severity", problem.severity());
    tree.put("code", problem.code());
    tree.put("sheet", problem.sheet());
    tree.put("cell", problem.cell());
    tree.put("sentence", problem.sentence());
    return tree;
  }
}
