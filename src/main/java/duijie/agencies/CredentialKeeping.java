package duijie.agencies;

import duijie.accounts.Account;
import duijie.agencies.Credential.Revocation;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.files.Reception;
import duijie.files.Reception.Received;
import duijie.shared.Visible;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agency hands in its certificates and takes them away; the bureau may revoke one. */
@Singleton
public class CredentialKeeping {

  /** More are no certificates of one agency. */
  public static final int MOST = 30;

  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_REASON = 500;
  private static final String KIND = "credential";

  private final Agencies agencies;
  private final Declarations declarations;
  private final ProfileKeeping keeping;
  private final Credentials credentials;
  private final Reception reception;
  private final ReviewNews news;
  private final AuditTrail trail;
  private final Clock clock;

  CredentialKeeping(
      Agencies agencies,
      Declarations declarations,
      ProfileKeeping keeping,
      Credentials credentials,
      Reception reception,
      ReviewNews news,
      AuditTrail trail,
      Clock clock) {
    this.agencies = agencies;
    this.declarations = declarations;
    this.keeping = keeping;
    this.credentials = credentials;
    this.reception = reception;
    this.news = news;
    this.trail = trail;
    this.clock = clock;
  }

  /** What somebody typed beside the file. */
  public record Details(String kind, String number, String validUntil) {}

  /** The places of the form. */
  public enum Place {
    KIND,
    NUMBER,
    VALID_UNTIL,
    FILE,
    REASON
  }

  /** What is wrong and how to mend it. */
  public record Fault(Place place, String sentence) {}

  /** What comes of a step. */
  public sealed interface Outcome {

    /** It was taken, now or before. */
    record Done() implements Outcome {}

    /** It was not; everything that is wrong. */
    record Refused(List<Fault> faults) implements Outcome {}

    /** It was not, as things stand: whatever is sent, it cannot be now. */
    record Shut(String sentence) implements Outcome {}
  }

  /**
   * Takes a certificate in. Sent twice, it is taken once.
   *
   * @param name what the file is called where it comes from
   * @param content the file, or null where none came
   */
  public Outcome add(
      Agency agency,
      Credential.Id id,
      Details details,
      String name,
      @Nullable InputStream content,
      Account who,
      Caller by)
      throws IOException {
    var faults = new ArrayList<Fault>();
    var kind = kind(details.kind(), faults);
    var number = number(details.number(), faults);
    var validUntil = validUntil(details.validUntil(), faults);
    // Before the transaction: looking through a file may take long.
    var received = content == null ? null : reception.receive(name, content);
    switch (received) {
      case null -> faults.add(new Fault(Place.FILE, "请选择要上传的文件。"));
      case Received.Refused(var sentence) -> faults.add(new Fault(Place.FILE, sentence));
      case Received.Taken taken when kind != null && faults.isEmpty() -> {
        var file =
            new Credential.File(taken.name(), taken.fingerprint(), taken.bytes(), taken.kind());
        var now = clock.instant();
        var person = who.displayName();
        return store(
            agency,
            new Credential(
                id, agency.id(), kind, number, validUntil, file, now, person, null, null),
            by);
      }
      case Received.Taken taken -> {}
    }
    return new Outcome.Refused(faults);
  }

  @Transactional
  Outcome store(Agency agency, Credential credential, Caller by) {
    var declaration = declarations.lock(agency.id()).orElseGet(() -> keeping.of(agency));
    if (credentials.find(credential.id()).isPresent()) {
      return new Outcome.Done();
    }
    var shut = shut(agency, declaration);
    if (shut.isPresent()) {
      return new Outcome.Shut(shut.get());
    }
    if (held(agency.id()).size() >= MOST) {
      return refused(Place.FILE, "最多上传 %d 份。请先删去不再需要的。".formatted(MOST));
    }
    credentials.add(credential);
    touch(agency.id(), declaration);
    var subject = subject(credential.id());
    trail.record(Entry.added(by, "ADD_CREDENTIAL", subject, Snapshot.of(credential)));
    return new Outcome.Done();
  }

  /** Takes a certificate away; its file is kept, for it may have been what a review was about. */
  @Transactional
  public Outcome remove(Agency agency, Credential.Id id, Caller by) {
    var declaration = declarations.lock(agency.id()).orElseGet(() -> keeping.of(agency));
    var shut = shut(agency, declaration);
    if (shut.isPresent()) {
      return new Outcome.Shut(shut.get());
    }
    if (credentials.remove(id, clock.instant())) {
      touch(agency.id(), declaration);
      var before = credentials.find(id).orElseThrow();
      trail.record(Entry.removed(by, "REMOVE_CREDENTIAL", subject(id), Snapshot.of(before)));
    }
    return new Outcome.Done();
  }

  /** Notes that the bureau does not accept a certificate any more, and tells the agency why. */
  @Transactional
  public Outcome revoke(Credential before, String reason, Account who, Caller by) {
    var why = reason.strip();
    if (!Visible.any(why)) {
      return refused(Place.REASON, "请写明撤销的原因，机构会看到。");
    }
    if (Typed.length(why) > LONGEST_REASON) {
      return refused(Place.REASON, "原因请写在 %d 字以内。".formatted(LONGEST_REASON));
    }
    var revocation = new Revocation(clock.instant(), who.displayName(), why);
    if (credentials.revoke(before.id(), revocation)) {
      var after = credentials.find(before.id()).orElseThrow();
      trail.record(
          Entry.changed(
              by,
              "REVOKE_CREDENTIAL",
              subject(before.id()),
              Snapshot.of(before),
              Snapshot.of(after)));
      agencies.find(before.agency()).ifPresent(agency -> news.revoked(agency, after, why));
    }
    return credentials
        .find(before.id())
        .flatMap(now -> gone(now, revocation))
        .<Outcome>map(Outcome.Shut::new)
        .orElseGet(Outcome.Done::new);
  }

  /** Why there is nothing to revoke any more, unless this was it. */
  private static Optional<String> gone(Credential now, Revocation meant) {
    var earlier = now.revocation();
    if (earlier == null) {
      return Optional.of("机构已经删去了这份证照，不用撤销。");
    }
    return earlier.by().equals(meant.by()) && earlier.reason().equals(meant.reason())
        ? Optional.empty()
        : Optional.of("这份证照已由%s撤销，原因：%s".formatted(earlier.by(), earlier.reason()));
  }

  /** Those that the agency hands in now. */
  public List<Credential> held(Agency.Id agency) {
    return credentials.of(agency).stream().filter(Credential::held).toList();
  }

  /** Why nothing can be changed now, if so. */
  public static Optional<String> shut(Agency agency, Declaration declaration) {
    if (!declaration.open()) {
      return Optional.of("资料已经提交，审核期间不能增删附件。审核有结果以后再改。");
    }
    return agency.state() == Agency.State.DEREGISTERED
        ? Optional.of("机构已经注销，不能增删附件。")
        : Optional.empty();
  }

  /** What was passed is to be passed again; what somebody said is complete stays so. */
  private void touch(Agency.Id agency, Declaration declaration) {
    var part = declaration.part(Section.ATTACHMENTS);
    declarations.save(agency, Section.ATTACHMENTS, part.version(), part.done(), Answers.NONE);
  }

  private static Credential.@Nullable Kind kind(String typed, List<Fault> faults) {
    var kind =
        Arrays.stream(Credential.Kind.values()).filter(k -> k.name().equals(typed)).findFirst();
    if (kind.isEmpty()) {
      faults.add(new Fault(Place.KIND, "请选择这是什么证照。"));
    }
    return kind.orElse(null);
  }

  private static String number(String typed, List<Fault> faults) {
    var number = typed.replaceAll("\\p{Cntrl}", "").strip();
    if (Typed.length(number) > LONGEST_NUMBER) {
      faults.add(new Fault(Place.NUMBER, "证书编号请写在 %d 字以内。".formatted(LONGEST_NUMBER)));
    }
    return number;
  }

  private static @Nullable LocalDate validUntil(String typed, List<Fault> faults) {
    return switch (Figures.date("有效期至", typed)) {
      case Read.Value<LocalDate>(var date) when date.getYear() < 1990 || date.getYear() > 2199 -> {
        faults.add(new Fault(Place.VALID_UNTIL, "“有效期至”的年份不对，请核对。"));
        yield null;
      }
      case Read.Value<LocalDate>(var date) -> date;
      case Read.Blank<LocalDate> blank -> null;
      case Read.Wrong<LocalDate>(var sentence) -> {
        faults.add(new Fault(Place.VALID_UNTIL, sentence));
        yield null;
      }
    };
  }

  private static Outcome refused(Place place, String sentence) {
    return new Outcome.Refused(List.of(new Fault(place, sentence)));
  }

  private static Entry.Subject subject(Credential.Id id) {
    return new Entry.Subject(KIND, id.toString());
  }
}
