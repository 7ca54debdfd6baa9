package duijie.projects;

import duijie.accounts.Role;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.shared.Isolated;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells whoever follows a project or asked something about it what becomes of it, and the buyer
 * what is asked.
 */
@Singleton
class FollowerNews implements ProjectNews {

  private final Messenger messenger;
  private final Followings followings;
  private final Questions questions;
  private final Notices notices;

  FollowerNews(Messenger messenger, Followings followings, Questions questions, Notices notices) {
    this.messenger = messenger;
    this.followings = followings;
    this.questions = questions;
    this.notices = notices;
  }

  @Override
  public void announced(Notice notice, Project project) {
    if (notice.number() == 1) {
      return;
    }
    var kind = notice.kind().label();
    var text =
        switch (notice.kind()) {
          case TERMINATION ->
              "项目“%s”已终止。原因：%s".formatted(Isolated.name(project.name()), notice.reason());
          case AMENDMENT ->
              "项目“%s”有更正。事由：%s\n改动：%s。请看公告里的前后对照。"
                  .formatted(Isolated.name(project.name()), notice.reason(), changed(notice));
          case INTENTION, CALL -> "项目“%s”现在开始征集机构，请看采购公告。".formatted(Isolated.name(project.name()));
        };
    tellFollowers(
        project,
        new News(
            News.Kind.PROJECT_CHANGE,
            "notice " + notice.id(),
            kind + "：" + Isolated.name(project.name()),
            text,
            "/notices/" + notice.id()));
  }

  @Override
  public void asked(Question question, Project project) {
    var news =
        new News(
            News.Kind.QUESTION,
            "question " + question.id(),
            "有人提问：" + Isolated.name(project.name()),
            question.text(),
            "/questions/" + question.id());
    notices.of(project.id()).stream()
        .findFirst()
        .map(Notice::owner)
        .ifPresent(
            owner -> {
              messenger.tell(Role.OFFICER, owner, news);
              messenger.tell(Role.HEAD, owner, news);
            });
  }

  @Override
  public void answered(Question question, Project project) {
    var answer = question.answer();
    if (answer == null) {
      return;
    }
    var what = answer.correctedAt() == null ? "已答复" : "答复有更正";
    var news =
        new News(
            News.Kind.QUESTION,
            "answer " + question.id() + " " + question.version(),
            what + "：" + Isolated.name(project.name()),
            "问：%s\n答：%s".formatted(question.text(), answer.text()),
            "/questions/" + question.id());
    messenger.tell(question.asker(), news);
    followings.of(project.id()).forEach(account -> messenger.tell(account, news));
  }

  private void tellFollowers(Project project, News news) {
    questions.about(project.id()).stream()
        .map(Question::asker)
        .distinct()
        .forEach(asker -> messenger.tell(asker, news));
    followings.of(project.id()).forEach(account -> messenger.tell(account, news));
  }

  /** What an amendment changed, by the names of the places. */
  private String changed(Notice notice) {
    var before = notices.of(notice.project()).subList(0, notice.number() - 1);
    return Announcing.latest(before).stream()
        .flatMap(old -> changes(old, notice).stream())
        .map(Change::label)
        .collect(Collectors.joining("、"));
  }

  private static List<Change> changes(Notice before, Notice after) {
    return Change.between(before.typed(), before.clauses(), after.typed(), after.clauses());
  }
}
