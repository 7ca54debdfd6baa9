package duijie.projects;

import duijie.accounts.Account;
import duijie.accounts.Role;
import duijie.audit.Actor;
import duijie.audit.AuditEntries;
import duijie.audit.Entry;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.shared.Isolated;
import jakarta.inject.Singleton;

/** Tells those who write projects and those who approve them whose turn it is. */
@Singleton
class PublicationNews {

  private final Messenger messenger;
  private final AuditEntries trail;

  PublicationNews(Messenger messenger, AuditEntries trail) {
    this.messenger = messenger;
    this.trail = trail;
  }

  /** Somebody took this step; others have the next one. */
  void taken(Publication.Step step, Publication now) {
    switch (step) {
      case SUBMIT -> {
        var text = "经办人提交了项目“%s”，请审批：可以发布，也可以写明原因退回。".formatted(Isolated.name(now.title()));
        messenger.tell(
            Role.HEAD,
            now.owner(),
            news(now, "项目待审批：" + Isolated.name(now.title()), text, draft(now)));
      }
      case RETURN -> {
        var text = "项目“%s”没有通过审批，请修改后再提交。原因：%s".formatted(Isolated.name(now.title()), now.note());
        tellWriter(now, news(now, "项目被退回：" + Isolated.name(now.title()), text, draft(now)));
      }
      case EDIT, PUBLISH, CANCEL -> {}
    }
  }

  /**
   * It is published.
   *
   * @param before as it was handed in
   */
  void published(Publication before, Project.Id number) {
    var text = "项目“%s”已经发布，编号 %s，所有人都能看到了。".formatted(Isolated.name(before.title()), number);
    var link = News.page("/projects", number.value());
    tellWriter(before, news(before, "项目已发布：" + Isolated.name(before.title()), text, link));
  }

  private void tellWriter(Publication now, News news) {
    var handedIn =
        new AuditEntries.Filter(
            null,
            "SUBMIT_PROJECT",
            Entry.Outcome.DONE,
            Publishing.KIND,
            now.id().toString(),
            null,
            null);
    trail.newest(handedIn, null, 1).stream()
        .map(written -> written.entry().by().who())
        .filter(who -> who != null)
        .map(Actor::account)
        .findFirst()
        .ifPresentOrElse(
            writer -> messenger.tell(new Account.Id(writer), news),
            () -> messenger.tell(Role.OFFICER, now.owner(), news));
  }

  private static News news(Publication now, String subject, String text, String link) {
    var about = "publication " + now.id() + " " + now.version();
    return new News(News.Kind.APPROVAL, about, subject, text, link);
  }

  private static String draft(Publication now) {
    return "/drafts/" + now.id();
  }
}
