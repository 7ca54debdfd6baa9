package duijie.projects.web;

import duijie.pages.Words;
import duijie.projects.Notice;
import duijie.projects.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes notices and questions for programs: what everybody reads, and no more. */
final class QuestionJson {

  private QuestionJson() {}

  static Map<String, @Nullable Object> of(Question question) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    var answer = question.answer();
    tree.put("id", question.id());
    tree.put("project", question.project());
    tree.put("version", question.version());
    tree.put("text", Words.contactsHidden(question.text()));
    tree.put("askedAt", question.askedAt());
    tree.put("answer", answer == null ? null : Words.contactsHidden(answer.text()));
    tree.put("answeredAt", answer == null ? null : answer.at());
    tree.put("correctedAt", answer == null ? null : answer.correctedAt());
    return tree;
  }

  static Map<String, @Nullable Object> of(Notice notice) {
    var columns = new LinkedHashMap<String, String>();
    notice
        .typed()
        .forEach(
            (column, text) -> {
              if (!text.isEmpty() && !NoticeViews.HIDDEN.contains(column)) {
                columns.put(ProjectForm.name(column), text);
              }
            });
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", notice.id());
    tree.put("project", notice.project());
    tree.put("number", notice.number());
    tree.put("kind", notice.kind());
    tree.put("publishedAt", notice.publishedAt());
    tree.put("reason", notice.reason().isEmpty() ? null : notice.reason());
    tree.put("columns", columns);
    tree.put("clauses", notice.clauses());
    return tree;
  }
}
