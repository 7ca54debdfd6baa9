package duijie.agencies.web;

import duijie.agencies.Agency;
import duijie.agencies.Answers;
import duijie.agencies.Claim;
import duijie.agencies.Credentials;
import duijie.agencies.Declaration;
import duijie.agencies.Declaration.Progress;
import duijie.agencies.ProfileFacts;
import duijie.agencies.ProfileReading.Fault;
import duijie.agencies.Section;
import duijie.pages.Addresses;
import duijie.pages.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the pages of an agency's own profile. */
@Singleton
final class ProfileViews {

  private final ProfileFacts facts;
  private final Fields fields;
  private final Shown shown;
  private final Credentials credentials;

  ProfileViews(ProfileFacts facts, Fields fields, Shown shown, Credentials credentials) {
    this.credentials = credentials;
    this.facts = facts;
    this.fields = fields;
    this.shown = shown;
  }

  /** Whether older facts hold until the bureau passes what is declared now. */
  static boolean inForce(Agency agency) {
    return agency.state().inForce() || agency.state() == Agency.State.DEREGISTERED;
  }

  ProfilePage tasks(Agency agency, Declaration declaration) {
    var tasks = new ArrayList<ProfilePage.Task>();
    for (var section : Section.values()) {
      var progress = declaration.progress(section);
      boolean open = declaration.open() && progress != Progress.CANNOT_START;
      tasks.add(
          new ProfilePage.Task(
              section.label(),
              open ? ProfileController.path(section) : null,
              progress.label(),
              tone(progress),
              declaration.part(section).reason()));
    }
    var submission = declaration.submission();
    tasks.add(
        new ProfilePage.Task(
            "核对并提交",
            submission == Progress.TO_FILL ? ProfileController.PATH + "/check" : null,
            submission.label(),
            tone(submission),
            null));
    long done =
        Arrays.stream(Section.values())
            .filter(section -> declaration.progress(section) == Progress.DONE)
            .count();
    return new ProfilePage(
        agency.name(),
        agency.state().label(),
        tone(agency),
        news(agency, declaration),
        declaration.number(),
        inForce(agency) ? "/agencies/" + Addresses.encode(agency.id().value()) : null,
        agency.state().inForce()
            && declaration.open()
            && declaration.state() != Declaration.State.PASSED,
        tasks,
        Math.toIntExact(done));
  }

  private static String news(Agency agency, Declaration declaration) {
    return switch (declaration.state()) {
      case SUBMITTED ->
          inForce(agency) ? "修改已经提交，正在审核。审核通过以前，原来的资料继续有效。" : "资料已经提交，正在审核。审核期间不能修改，有结果会显示在这里。";
      case RETURNED -> "民政部门退回了资料。请看下面各节写明的原因，修改以后重新提交。";
      case PASSED -> "资料已经通过审核。有变化时直接修改，再提交审核；通过以前，原来的资料继续有效。";
      case OPEN ->
          inForce(agency) ? "修改以后要重新提交审核；通过以前，原来的资料继续有效。" : "请逐节填写，全部完成以后核对并提交。可以随时保存，下次接着填。";
    };
  }

  SectionPage section(Section section, Declaration declaration) {
    var part = declaration.part(section);
    return page(section, part.version(), part.reason(), part.answers(), List.of(), null);
  }

  SectionPage faulty(
      Section section, int version, Answers typed, List<Fault> faults, Declaration declaration) {
    var reason = declaration.part(section).reason();
    return page(section, version, reason, typed, faults, null);
  }

  /** What somebody typed beside what somebody else has stored meanwhile. */
  SectionPage overtaken(Section section, Answers typed, Declaration now) {
    var part = now.part(section);
    return page(section, part.version(), part.reason(), typed, List.of(), part.answers());
  }

  /** What somebody typed where it cannot be stored now. */
  SectionPage shut(Section section, int version, Answers typed, String sentence) {
    return new SectionPage(
        section.label(),
        ProfileController.path(section),
        version,
        null,
        false,
        fields.of(section, typed, List.of(), null),
        List.of(new Problem("form", sentence)));
  }

  private SectionPage page(
      Section section,
      int version,
      @Nullable String reason,
      Answers answers,
      List<Fault> faults,
      @Nullable Answers others) {
    return new SectionPage(
        section.label(),
        ProfileController.path(section),
        version,
        reason,
        others != null,
        fields.of(section, answers, faults, others),
        Fields.problems(faults));
  }

  CheckPage check(Agency agency, Declaration declaration, @Nullable String problem) {
    var proposed = facts.answers(facts.applied(agency, declaration.answers()));
    boolean inForce = inForce(agency);
    var attachments =
        CredentialViews.lines(
            credentials.of(agency.id()), inForce ? declaration.passedAt() : null, null);
    return new CheckPage(
        inForce, shown.parts(proposed, facts.answers(agency), inForce, null, attachments), problem);
  }

  static ClaimPage claim(Claim claim) {
    return new ClaimPage(
        claim.number(),
        claim.name(),
        claim.certificate(),
        claim.state().label(),
        switch (claim.state()) {
          case WAITING -> "state-done";
          case APPROVED -> "state-open";
          case REFUSED -> "state-stopped";
        },
        claim.reason(),
        claim.state() == Claim.State.WAITING);
  }

  private static String tone(Progress progress) {
    return switch (progress) {
      case CANNOT_START -> "progress-off";
      case TO_FILL -> "progress-new";
      case IN_PROGRESS -> "progress-on";
      case DONE -> "progress-done";
    };
  }

  static String tone(Agency agency) {
    return switch (agency.state()) {
      case VERIFIED -> "state-open";
      case RETURNED, SUSPENDED, DEREGISTERED -> "state-stopped";
      case DRAFT, SUBMITTED -> "state-done";
    };
  }
}
