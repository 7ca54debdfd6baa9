package duijie.agencies;

import duijie.agencies.Agency.Moved;
import duijie.agencies.Declaration.Part;
import duijie.agencies.ProfileReading.Fault;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An agency fills in its profile, section by section, and submits it. */
@Singleton
public class ProfileKeeping {

  private final Agencies agencies;
  private final Declarations declarations;
  private final Registrations registrations;
  private final ProfileReading reading;
  private final ProfileFacts facts;
  private final NearPlaces places;
  private final AuditTrail trail;
  private final Clock clock;

  ProfileKeeping(
      Agencies agencies,
      Declarations declarations,
      Registrations registrations,
      ProfileReading reading,
      ProfileFacts facts,
      NearPlaces places,
      AuditTrail trail,
      Clock clock) {
    this.agencies = agencies;
    this.declarations = declarations;
    this.registrations = registrations;
    this.reading = reading;
    this.facts = facts;
    this.places = places;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of saving a section. */
  public sealed interface Saved {

    /** It was stored. */
    record Done() implements Saved {}

    /** Everything that is wrong with it. */
    record Faulty(List<Fault> faults) implements Saved {}

    /** Somebody else stored something else meanwhile. */
    record Overtaken(Declaration now) implements Saved {}

    /** It cannot be changed now. */
    record Shut(String sentence) implements Saved {}
  }

  /** What comes of submitting. */
  public sealed interface Submitted {

    /** It was taken, now or when it was sent before. */
    record Accepted(String number) implements Submitted {}

    /** Sections that are not complete. */
    record Incomplete(List<Section> sections) implements Submitted {}

    /** It cannot be submitted. */
    record Refused(String sentence) implements Submitted {}
  }

  /** What the agency declares; what is known of it to begin with. */
  @Transactional
  public Declaration of(Agency agency) {
    var found = declarations.find(agency.id());
    if (found.isPresent()) {
      return found.get();
    }
    var state = agency.state().inForce() ? Declaration.State.PASSED : Declaration.State.OPEN;
    declarations.begin(agency.id(), state, standing(agency));
    return declarations.find(agency.id()).orElseThrow();
  }

  /**
   * The sections as the record has them. What holds need not be gone through again to change a word
   * elsewhere, as long as it is complete by today's measure.
   */
  private Map<Section, Part> standing(Agency agency) {
    var known = facts.answers(agency);
    var parts = new EnumMap<Section, Part>(Section.class);
    for (var section : Section.values()) {
      var answers = known.of(section);
      boolean done =
          agency.state().inForce() && reading.faults(section, answers, today()).isEmpty();
      parts.put(section, new Part(0, done, answers, null));
    }
    return parts;
  }

  /**
   * Stores a section.
   *
   * @param version the one that was changed
   * @param complete whether it is to be complete; else it is kept as it is, to go on later
   */
  @Transactional
  public Saved save(
      Agency agency, Section section, int version, Answers typed, boolean complete, Caller by) {
    var declaration = declarations.lock(agency.id()).orElseGet(() -> of(agency));
    var answers = places.spelled(typed.of(section), agency, declaration.answers());
    if (!declaration.open()) {
      return new Saved.Shut("资料已经提交，审核期间不能修改。审核有结果以后再改。");
    }
    if (agency.state() == Agency.State.DEREGISTERED) {
      return new Saved.Shut("机构已经注销，不能修改资料。");
    }
    if (declaration.progress(section) == Declaration.Progress.CANNOT_START) {
      return new Saved.Shut("请先完成“基本信息”，再填写“" + section.label() + "”。");
    }
    var faults = complete ? reading.faults(section, answers, today()) : tooLong(answers);
    if (!faults.isEmpty()) {
      return new Saved.Faulty(faults);
    }
    var before = declaration.part(section);
    if (before.version() != version) {
      if (!before.answers().equals(answers)) {
        return new Saved.Overtaken(declaration);
      }
      if (before.done() == complete) {
        return new Saved.Done();
      }
    }
    declarations.save(agency.id(), section, before.version(), complete, answers);
    trail.record(
        Entry.changed(
            by,
            "SAVE_PROFILE",
            new Entry.Subject("declaration", agency.id() + " " + section),
            snapshot(before.answers()),
            snapshot(answers)));
    return new Saved.Done();
  }

  /**
   * Gives up what was changed since the bureau passed the profile: the sections are again what
   * holds. Certificates that were handed in meanwhile stay.
   */
  @Transactional
  public Saved giveUp(Agency agency, Caller by) {
    var declaration = declarations.lock(agency.id()).orElseGet(() -> of(agency));
    if (!declaration.open()) {
      return new Saved.Shut("资料已经提交，审核期间不能放弃修改。审核有结果以后再改。");
    }
    if (!agency.state().inForce()) {
      return new Saved.Shut("资料还没有通过审核，没有可以恢复的内容。请继续填写。");
    }
    if (declaration.state() != Declaration.State.PASSED) {
      declarations.restore(agency.id(), standing(agency));
      trail.record(
          Entry.changed(
              by,
              "GIVE_UP_PROFILE",
              new Entry.Subject("agency", agency.id().value()),
              snapshot(declaration.answers()),
              snapshot(facts.answers(agency))));
    }
    return new Saved.Done();
  }

  /** Submits the profile for review. Sent twice, it is submitted once. */
  @Transactional
  public Submitted submit(Agency.Id id, Caller by) {
    var declaration = declarations.lock(id).orElse(null);
    var agency = agencies.lock(id).orElse(null);
    if (declaration == null || agency == null) {
      return new Submitted.Incomplete(List.of(Section.values()));
    }
    var earlier = declaration.number();
    if (declaration.state() == Declaration.State.SUBMITTED && earlier != null) {
      return new Submitted.Accepted(earlier);
    }
    var incomplete = incomplete(declaration);
    if (!incomplete.isEmpty()) {
      return new Submitted.Incomplete(incomplete);
    }
    if (!agency.state().inForce()) {
      switch (agency.move(Step.SUBMIT)) {
        case Moved.Refused refused -> {
          return new Submitted.Refused(refused.sentence());
        }
        case Moved.On on -> agencies.saveAll(List.of(on.agency()));
      }
    }
    var now = clock.instant();
    var number = registrations.number(LocalDate.ofInstant(now, clock.getZone()));
    declarations.submitted(id, number, now);
    trail.record(
        Entry.changed(
            by,
            "SUBMIT_PROFILE",
            new Entry.Subject("agency", id.value()),
            Snapshot.of(agency),
            Snapshot.of(facts.applied(agency, declaration.answers()))));
    return new Submitted.Accepted(number);
  }

  /** Sections that are not complete, or no more: the vocabulary may have changed since. */
  private List<Section> incomplete(Declaration declaration) {
    var incomplete = new ArrayList<Section>();
    for (var section : Section.values()) {
      if (declaration.progress(section) != Declaration.Progress.DONE
          || !reading.faults(section, declaration.answers(), today()).isEmpty()) {
        incomplete.add(section);
      }
    }
    return incomplete;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** What is too long even to be kept for later. */
  private static List<Fault> tooLong(Answers answers) {
    return answers.values().entrySet().stream()
        .filter(
            answer ->
                answer.getValue().stream().mapToInt(String::length).sum()
                    > 2 * ProfileReading.LONGEST_TEXT)
        .map(answer -> new Fault(answer.getKey(), "这里填得太长了，请缩短。"))
        .toList();
  }

  private static Snapshot snapshot(Answers answers) {
    Map<String, List<String>> values =
        answers.values().entrySet().stream()
            .collect(Collectors.toMap(answer -> answer.getKey().name(), Map.Entry::getValue));
    return Snapshot.of(values);
  }
}
