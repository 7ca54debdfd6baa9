package duijie.portal;

import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Notice;
import duijie.projects.Project;
import duijie.projects.ProjectNews;
import duijie.projects.Question;
import duijie.shared.Isolated;
import jakarta.inject.Singleton;

/**
 * Tells whoever saved a search that a new project meets it: once for each search and project, in
 * the transaction in which the project is published.
 */
@Singleton
class SavedSearchNews implements ProjectNews {

  private final SavedSearches searches;
  private final SearchTrial trial;
  private final Messenger messenger;

  SavedSearchNews(SavedSearches searches, SearchTrial trial, Messenger messenger) {
    this.searches = searches;
    this.trial = trial;
    this.messenger = messenger;
  }

  @Override
  public void announced(Notice notice, Project project) {
    if (notice.kind() == Notice.Kind.CALL || notice.kind() == Notice.Kind.INTENTION) {
      trial.showing(project, searches.all()).forEach(search -> tell(search, notice, project));
    }
  }

  @Override
  public void asked(Question question, Project project) {}

  @Override
  public void answered(Question question, Project project) {}

  private void tell(SavedSearch search, Notice notice, Project project) {
    var text =
        "“%s”发布了%s，符合您订阅的检索“%s”。不想再收到的，到“订阅检索”里删除它。"
            .formatted(
                project.buyer() == null ? "购买主体" : Isolated.name(project.buyer()),
                notice.kind().label(),
                Isolated.name(search.name()));
    messenger.tell(
        search.owner(),
        new News(
            News.Kind.NEW_PROJECT,
            "search " + search.id() + " " + project.id(),
            "订阅的检索有新项目：" + Isolated.name(project.name()),
            text,
            News.page("/projects", project.id().value())));
  }
}
