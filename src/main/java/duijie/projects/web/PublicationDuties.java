package duijie.projects.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.audit.Entry;
import duijie.pages.Addresses;
import duijie.pages.Duties;
import duijie.pages.RecordNames;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.projects.Publication;
import duijie.projects.Publication.Stage;
import duijie.projects.Publications;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Projects that wait for who writes them, and for who decides on them. */
@Singleton
final class PublicationDuties implements Duties, RecordNames {

  private final Publications publications;
  private final Projects projects;

  PublicationDuties(Publications publications, Projects projects) {
    this.publications = publications;
    this.projects = projects;
  }

  @Override
  public List<Duty> of(Account who) {
    var owner = who.organisation().id();
    var duties = new ArrayList<Duty>();
    if (Access.allows(who, Deed.APPROVE_PROJECT, owner)) {
      duties.add(duty("审批项目", owner, Stage.SUBMITTED));
    }
    if (who.roles().contains(Role.OFFICER)) {
      duties.add(duty("修改被退回的项目", owner, Stage.RETURNED));
    }
    return duties;
  }

  private Duty duty(String title, Organisation.Id owner, Stage stage) {
    return new Duty(
        title,
        PublicationsController.PATH,
        () -> publications.count(owner, stage),
        most ->
            publications.of(owner).stream()
                .filter(publication -> publication.stage() == stage)
                .limit(most)
                .map(PublicationDuties::item)
                .toList());
  }

  private static Item item(Publication publication) {
    var note = publication.note();
    return new Item(
        publication.title(),
        path(publication.id()),
        note == null ? publication.stage().label() : "退回原因：" + note);
  }

  @Override
  public Optional<Named> name(Entry.Subject subject, Account who) {
    return switch (subject.kind()) {
      case "publication" ->
          PublicationOwner.id(subject.id())
              .flatMap(publications::find)
              .map(p -> new Named(p.title(), own(p, who) ? path(p.id()) : null));
      case "project" ->
          projects
              .find(new Project.Id(subject.id()))
              .map(p -> new Named(p.name(), "/projects/" + Addresses.encode(p.id().value())));
      default -> Optional.empty();
    };
  }

  private static boolean own(Publication publication, Account who) {
    return Access.allows(who, Deed.DRAFT_PROJECT, publication.owner());
  }

  private static String path(Publication.Id id) {
    return PublicationsController.PATH + "/" + id;
  }
}
