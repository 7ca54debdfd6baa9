package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.pages.Words;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes records as rows of a list and as partners of a match. */
@Singleton
final class Rows {

  /** So many days before its end a call is about to end. */
  private static final int SOON = 3;

  private final Words words;
  private final Clock clock;

  Rows(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  Row row(Project project) {
    return new Row(
        Links.project(project.id()),
        Words.title(project.name(), project.demonstration()),
        project.demonstration(),
        project.state().label(),
        tone(project),
        meta(project),
        words.terms(project.fields()),
        project.budget() == null ? null : Words.shortAmount(project.budget()),
        "预算");
  }

  /**
   * An agency.
   *
   * @param looked whether the bureau has passed what it says of itself
   */
  Row row(Agency agency, boolean looked) {
    return new Row(
        Links.agency(agency.id()),
        Words.title(agency.name(), agency.demonstration()),
        agency.demonstration(),
        standing(agency, looked),
        tone(agency.state()),
        meta(agency),
        words.terms(agency.fields()),
        agency.grade() == null ? null : agency.grade().label(),
        "评估等级");
  }

  /** Where an agency stands: one that somebody else put into the register has not been passed. */
  static String standing(Agency agency, boolean looked) {
    return agency.state() == Agency.State.VERIFIED && !looked ? "名录收录" : agency.state().label();
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

  /**
   * How much time is left to respond to a project.
   *
   * @param words in words
   * @param soon whether that is little
   */
  record Left(String words, boolean soon) {}

  /** How much time is left, counted in days of Asia/Shanghai. */
  Left left(Project project) {
    var by = project.respondBy();
    if (by == null) {
      return new Left("未写明截止时间", false);
    }
    var now = LocalDateTime.now(clock);
    long days = ChronoUnit.DAYS.between(now.toLocalDate(), by.toLocalDate());
    if (!now.isBefore(by)) {
      return new Left("已截止", false);
    }
    return new Left(
        days == 0 ? "今天 " + Words.minute(by).substring(11) + " 截止" : "剩余 " + days + " 天",
        days <= SOON);
  }

  /** Whether the public may see the project and it looks for its agency now. */
  boolean open(Project project) {
    return PublicRecords.visible(project) && project.openAt(LocalDateTime.now(clock));
  }

  Row.Tone tone(Project project) {
    return switch (project.state()) {
      case INTENTION, PUBLISHED, MATCHING -> open(project) ? Row.Tone.OPEN : Row.Tone.DONE;
      case PROCURING -> Row.Tone.OPEN;
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
