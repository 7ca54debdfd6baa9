package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.pages.Problem;
import duijie.pages.Visitor;
import duijie.projects.Column;
import duijie.projects.PackageNumber;
import duijie.projects.Publication;
import duijie.projects.Publication.Stage;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.projects.Remark;
import duijie.projects.TypedProjects;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a publication as its page shows it. */
@Singleton
final class PublicationViews {

  private final Publishing publishing;
  private final Publications publications;

  PublicationViews(Publishing publishing, Publications publications) {
    this.publishing = publishing;
    this.publications = publications;
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
      @Nullable String said,
      List<Problem> problems,
      List<PublicationPage.Difference> overtaken) {
    var inspection = publishing.inspect(shown, today);
    boolean drafting = visitor.may(Deed.DRAFT_PROJECT, now.owner());
    return new PublicationPage(
        PublicationsController.PATH + "/" + now.id(),
        now.title(),
        now.stage().label(),
        now.version(),
        now.note(),
        drafting && now.stage().editable(),
        now.stage() == Stage.SUBMITTED && visitor.may(Deed.APPROVE_PROJECT, now.owner()),
        drafting && (now.stage().editable() || now.stage() == Stage.SUBMITTED),
        said,
        problems,
        overtaken,
        sections(shown, inspection.understood().doubts()),
        inspection.remarks().stream().map(PublicationViews::view).toList(),
        PackageNumber.of(now).map(PackageNumber::toString).orElse(null),
        siblings(now));
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
    for (var column : Column.values()) {
      differ(differences, column.label(), theirs.typed().get(column), yours.typed().get(column));
    }
    ProjectForm.CLAUSES
        .values()
        .forEach(h -> differ(differences, h, theirs.clauses().get(h), yours.clauses().get(h)));
    return differences;
  }

  private static void differ(
      List<PublicationPage.Difference> differences,
      String label,
      @Nullable String theirs,
      @Nullable String yours) {
    var one = theirs == null ? "" : theirs;
    var other = yours == null ? "" : yours;
    if (!one.equals(other)) {
      differences.add(new PublicationPage.Difference(label, one, other));
    }
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
            ProjectForm.CLAUSES.entrySet().stream()
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
