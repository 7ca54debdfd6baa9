package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.pages.Addresses;
import duijie.pages.Problem;
import duijie.pages.Visitor;
import duijie.projects.Change;
import duijie.projects.Column;
import duijie.projects.Notices;
import duijie.projects.PackageNumber;
import duijie.projects.Projects;
import duijie.projects.Publication;
import duijie.projects.Publication.Stage;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.projects.Remark;
import duijie.projects.Step;
import duijie.projects.TypedProjects;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a publication as its page shows it. */
@Singleton
final class PublicationViews {

  private final Publishing publishing;
  private final Publications publications;
  private final Notices notices;
  private final Projects projects;

  PublicationViews(
      Publishing publishing, Publications publications, Notices notices, Projects projects) {
    this.publishing = publishing;
    this.publications = publications;
    this.notices = notices;
    this.projects = projects;
  }

  /**
   * The page.
   *
   * @param shown what its fields show: what is stored, or what was typed and not stored
   * @param now what is stored
   */
  PublicationPage page(
      Visitor visitor,
      Publication now,
      Publication shown,
      LocalDate today,
      List<Problem> problems,
      List<PublicationPage.Difference> overtaken) {
    var inspection = publishing.inspect(shown, today);
    boolean drafting = visitor.may(Deed.DRAFT_PROJECT, now.owner());
    return new PublicationPage(
        PublicationsController.PATH + "/" + now.id(),
        now.title(),
        now.purpose().kind().label(),
        now.stage().label(),
        now.version(),
        now.note(),
        drafting && now.stage().editable(),
        now.stage() == Stage.SUBMITTED && visitor.may(Deed.APPROVE_PROJECT, now.owner()),
        drafting && (now.stage().editable() || now.stage() == Stage.SUBMITTED),
        problems,
        overtaken,
        sections(shown, inspection.understood().doubts()),
        inspection.remarks().stream().map(PublicationViews::view).toList(),
        PackageNumber.of(now).map(PackageNumber::toString).orElse(null),
        siblings(now),
        amendment(shown, inspection.review().advice()),
        inspection.review().changes(),
        drafting ? published(visitor, now) : null);
  }

  private static PublicationPage.@Nullable Amendment amendment(
      Publication shown, List<String> advice) {
    var purpose = shown.purpose();
    return purpose.amending()
        ? new PublicationPage.Amendment(purpose.reason(), purpose.affecting(), advice)
        : null;
  }

  private PublicationPage.@Nullable Published published(Visitor visitor, Publication now) {
    return notices
        .of(now.id())
        .flatMap(
            notice ->
                projects
                    .find(notice.project())
                    .map(
                        project ->
                            new PublicationPage.Published(
                                UUID.randomUUID().toString(),
                                NoticesController.path(notice.id()),
                                "/projects/" + Addresses.encode(project.id().value()),
                                project.move(Step.CALL).isPresent(),
                                project.move(Step.AMEND).isPresent(),
                                project.move(Step.TERMINATE).isPresent()
                                    && visitor.may(Deed.APPROVE_PROJECT, now.owner()))))
        .orElse(null);
  }

  private List<PublicationPage.Sibling> siblings(Publication of) {
    var own = PackageNumber.of(of).map(PackageNumber::procurement);
    var siblings = new ArrayList<PublicationPage.Sibling>();
    if (own.isPresent()) {
      for (var other : PackageNumber.together(publications.of(of.owner()))) {
        PackageNumber.of(other)
            .filter(number -> number.procurement().equals(own.get()))
            .filter(number -> !other.id().equals(of.id()))
            .ifPresent(
                number ->
                    siblings.add(
                        new PublicationPage.Sibling(
                            PublicationsController.PATH + "/" + other.id(),
                            other.title(),
                            number.toString(),
                            other.stage().label())));
      }
    }
    return siblings;
  }

  /** Where two versions say something else. */
  static List<PublicationPage.Difference> differences(Publication theirs, Publication yours) {
    var differences = new ArrayList<PublicationPage.Difference>();
    if (!theirs.purpose().reason().equals(yours.purpose().reason())) {
      differences.add(
          new PublicationPage.Difference(
              "更正事由", theirs.purpose().reason(), yours.purpose().reason()));
    }
    Change.between(theirs.typed(), theirs.clauses(), yours.typed(), yours.clauses()).stream()
        .map(c -> new PublicationPage.Difference(c.label(), c.before(), c.after()))
        .forEach(differences::add);
    return differences;
  }

  private static List<PublicationPage.Section> sections(
      Publication shown, List<TypedProjects.Doubt> doubts) {
    var sections = new ArrayList<PublicationPage.Section>();
    for (var section : ProjectForm.SECTIONS) {
      sections.add(
          new PublicationPage.Section(
              section.title(),
              section.fields().stream().map(f -> field(f, shown.typed(), doubts)).toList()));
    }
    sections.add(
        new PublicationPage.Section(
            "采购文件里的条款",
            ProjectForm.clausesOf(shown.purpose().kind()).entrySet().stream()
                .map(
                    clause ->
                        new PublicationPage.Field(
                            clause.getKey(),
                            clause.getValue(),
                            "写了就会一起检查",
                            false,
                            List.of(),
                            4,
                            shown.clauses().getOrDefault(clause.getValue(), ""),
                            List.of()))
                .toList()));
    return sections;
  }

  private static PublicationPage.Field field(
      ProjectForm.Field field, Map<Column, String> typed, List<TypedProjects.Doubt> doubts) {
    var column = field.column();
    return new PublicationPage.Field(
        ProjectForm.name(column),
        column.label(),
        field.hint(),
        Publication.mustHave(column),
        field.choices(),
        field.lines(),
        typed.getOrDefault(column, ""),
        typed.containsKey(column)
            ? doubts.stream()
                .filter(doubt -> doubt.column() == column)
                .map(TypedProjects.Doubt::sentence)
                .toList()
            : List.of());
  }

  private static PublicationPage.RemarkView view(Remark remark) {
    return new PublicationPage.RemarkView(
        remark.blocking(),
        remark.where(),
        remark.quote().words(),
        remark.sentence(),
        remark.suggestion(),
        remark.rule().source());
  }
}
