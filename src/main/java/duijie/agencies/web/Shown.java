package duijie.agencies.web;

import duijie.agencies.Agency;
import duijie.agencies.Answers;
import duijie.agencies.Column;
import duijie.agencies.Section;
import duijie.pages.Words;
import duijie.shared.EvaluationGrade;
import duijie.vocabulary.Term;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes answers as people read them. */
@Singleton
final class Shown {

  private final Words words;

  Shown(Words words) {
    this.words = words;
  }

  String term(Term.Id id) {
    return words.term(id);
  }

  List<String> texts(Column column, Answers answers) {
    var all = answers.all(column);
    return switch (column) {
      case TYPE -> labels(all, Agency.OrganisationType.values(), Agency.OrganisationType::label);
      case INSPECTION_RESULT ->
          labels(all, Agency.InspectionResult.values(), Agency.InspectionResult::label);
      case CREDIT_STANDING ->
          labels(all, Agency.CreditStanding.values(), Agency.CreditStanding::label);
      case GRADE -> labels(all, EvaluationGrade.values(), EvaluationGrade::label);
      case FIELDS, TARGET_GROUPS, METHODS ->
          all.stream().map(id -> words.term(new Term.Id(id))).toList();
      case SERVICE_REGIONS -> all.stream().flatMap(String::lines).toList();
      default -> all;
    };
  }

  /**
   * The sections with all their answers.
   *
   * @param inForce what holds now
   * @param compare whether to tell what holds now where it is something else
   * @param returned what the bureau last returned, or null
   * @param attachments the lines of what is attached
   */
  List<CheckPage.Part> parts(
      Answers answers,
      Answers inForce,
      boolean compare,
      @Nullable Answers returned,
      List<CheckPage.Line> attachments) {
    var differing = Set.copyOf(answers.differing(inForce));
    var mended = returned == null ? Set.of() : Set.copyOf(answers.differing(returned));
    var parts = new ArrayList<CheckPage.Part>();
    for (var section : Section.values()) {
      var lines =
          section.columns().stream()
              .map(
                  column ->
                      new CheckPage.Line(
                          column.label(),
                          texts(column, answers),
                          compare && differing.contains(column) ? texts(column, inForce) : null,
                          returned != null && mended.contains(column)
                              ? texts(column, returned)
                              : null))
              .toList();
      var all = section == Section.ATTACHMENTS ? attachments : lines;
      parts.add(new CheckPage.Part(section.label(), ProfileController.path(section), all));
    }
    return parts;
  }

  /** Names a constant on screen. */
  private interface Label<E> {
    String of(E constant);
  }

  private static <E extends Enum<E>> List<String> labels(
      List<String> names, E[] constants, Label<E> label) {
    return Arrays.stream(constants)
        .filter(constant -> names.contains(constant.name()))
        .map(label::of)
        .toList();
  }
}
