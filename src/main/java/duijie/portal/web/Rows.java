package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes records as rows of a list and as partners of a match. */
@Singleton
final class Rows {

  private final Words words;
  private final Clock clock;

  Rows(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  Row row(Project project) {
    return new Row(
        Links.project(project.id()),
        project.name(),
        project.demonstration(),
        project.state().label(),
        tone(project.state()),
        meta(project),
        words.terms(project.fields()),
        project.budget() == null ? null : Words.shortAmount(project.budget()),
        "预算");
  }

  Row row(Agency agency) {
    return new Row(
        Links.agency(agency.id()),
        agency.name(),
        agency.demonstration(),
        agency.state().label(),
        tone(agency.state()),
        meta(agency),
        words.terms(agency.fields()),
        agency.grade() == null ? null : agency.grade().label(),
        "评估等级");
  }

  /** Where, who and when of a project, as far as it is known. */
  List<String> meta(Project project) {
    return known(
        words.placeOrNull(project.region()),
        project.buyer(),
        project.publishedOn() == null ? null : project.publishedOn() + " 发布",
        project.respondBy() == null ? null : deadline(project.respondBy()));
  }

  /** Where and what of an agency, as far as it is known. */
  List<String> meta(Agency agency) {
    return known(
        words.placeOrNull(agency.registeredRegion()),
        agency.type() == null ? null : agency.type().label(),
        agency.founded() == null ? null : agency.founded() + " 成立");
  }

  /** The end of a project's call, and whether it is over. */
  String deadline(LocalDateTime respondBy) {
    return Words.minute(respondBy) + (over(respondBy) ? " 已截止" : " 截止");
  }

  boolean over(LocalDateTime respondBy) {
    return !LocalDateTime.now(clock).isBefore(respondBy);
  }

  static Row.Tone tone(Project.State state) {
    return switch (state) {
      case INTENTION, PUBLISHED, MATCHING, PROCURING -> Row.Tone.OPEN;
      case DRAFT, AWARDED, CONTRACTED, CLOSED -> Row.Tone.DONE;
      case FAILED, CANCELLED -> Row.Tone.STOPPED;
    };
  }

  static Row.Tone tone(Agency.State state) {
    return switch (state) {
      case VERIFIED -> Row.Tone.OPEN;
      case DRAFT, SUBMITTED, RETURNED -> Row.Tone.DONE;
      case SUSPENDED, DEREGISTERED -> Row.Tone.STOPPED;
    };
  }

  private static List<String> known(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
