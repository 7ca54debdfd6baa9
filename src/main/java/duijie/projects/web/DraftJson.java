package duijie.projects.web;

import duijie.api.ApiProblem.Fault;
import duijie.projects.Column;
import duijie.projects.Inspection;
import duijie.projects.Notice;
import duijie.projects.Publication;
import duijie.projects.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes drafts for programs, and what is wrong with them. */
final class DraftJson {

  static final String COLUMNS = "columns";
  static final String CLAUSES = "clauses";
  static final String KIND = "kind";

  private DraftJson() {}

  static Map<String, @Nullable Object> brief(Publication draft) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", draft.id());
    tree.put("title", draft.title());
    tree.put(KIND, draft.purpose().kind());
    tree.put("stage", draft.stage());
    tree.put("version", draft.version());
    return tree;
  }

  static Map<String, @Nullable Object> of(Publication draft, Inspection inspection) {
    var columns = new LinkedHashMap<String, String>();
    draft.typed().forEach((column, text) -> columns.put(ProjectForm.name(column), text));
    var clauses = new LinkedHashMap<String, String>();
    ProjectForm.clausesOf(draft.purpose().kind())
        .forEach(
            (name, heading) -> {
              var text = draft.clauses().get(heading);
              if (text != null) {
                clauses.put(name, text);
              }
            });
    var tree = brief(draft);
    tree.put("note", draft.note());
    tree.put(COLUMNS, columns);
    tree.put(CLAUSES, clauses);
    tree.put("missing", inspection.missing().stream().map(DraftJson::pointer).toList());
    tree.put(
        "doubts",
        inspection.understood().doubts().stream()
            .filter(doubt -> !missing(inspection, doubt.column()))
            .map(
                doubt -> {
                  var one = new LinkedHashMap<String, @Nullable Object>();
                  one.put("pointer", pointer(doubt.column()));
                  one.put("lost", doubt.lost());
                  one.put("sentence", doubt.sentence());
                  return one;
                })
            .toList());
    tree.put("remarks", inspection.remarks().stream().map(DraftJson::remark).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> remark(Remark remark) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("rule", remark.rule().id());
    tree.put("severity", remark.severity());
    tree.put("pointer", pointer(remark.where()));
    tree.put("where", remark.where());
    tree.put("quote", remark.quote().words());
    tree.put("sentence", remark.sentence());
    tree.put("suggestion", remark.suggestion());
    tree.put("source", remark.rule().source());
    return tree;
  }

  /** What keeps a draft from going on, each with where it is. */
  static List<Fault> obstacles(Inspection inspection) {
    var faults = new ArrayList<Fault>();
    inspection
        .missing()
        .forEach(c -> faults.add(new Fault(pointer(c), "missing", "“" + c.label() + "”还没有填。")));
    inspection.understood().doubts().stream()
        .filter(doubt -> doubt.lost() && !missing(inspection, doubt.column()))
        .forEach(
            doubt ->
                faults.add(new Fault(pointer(doubt.column()), "not-understood", doubt.sentence())));
    inspection.remarks().stream()
        .filter(Remark::blocking)
        .forEach(r -> faults.add(new Fault(pointer(r.where()), r.rule().id(), r.sentence())));
    inspection
        .review()
        .obstacles()
        .forEach(sentence -> faults.add(new Fault("", "amendment", sentence)));
    return faults;
  }

  private static boolean missing(Inspection inspection, @Nullable Column column) {
    return column != null && inspection.missing().contains(column);
  }

  private static String pointer(@Nullable Column column) {
    return "/" + COLUMNS + (column == null ? "" : "/" + ProjectForm.name(column));
  }

  /** To the field of this label, or the draft as a whole. */
  static String pointer(String label) {
    for (var kind : Notice.Kind.values()) {
      for (var clause : ProjectForm.clausesOf(kind).entrySet()) {
        if (clause.getValue().equals(label)) {
          return "/" + CLAUSES + "/" + clause.getKey();
        }
      }
    }
    for (var column : Column.values()) {
      if (column.label().equals(label)) {
        return pointer(column);
      }
    }
    return "";
  }
}
