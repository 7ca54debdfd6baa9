package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.projects.Project;

/** What the public may see: no drafts, and nothing that waits for its review. */
final class PublicRecords {

  private PublicRecords() {}

  static boolean visible(Project project) {
    return ListKind.PROJECTS.states().containsKey(project.state().name());
  }

  static boolean visible(Agency agency) {
    return ListKind.AGENCIES.states().containsKey(agency.state().name());
  }
}
