package duijie.agencies;

import duijie.accounts.Organisation;
import duijie.messages.Messenger;
import duijie.messages.News;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells an agency's people in time that a certificate or its grade runs out: 60, 30 and 7 days
 * before the last day, and when it is over. However often it is done, nobody is told twice.
 */
@Singleton
public class ExpiryReminders {

  /** Days before the last one on which people are told; the last stands for "it is over". */
  private static final List<Integer> STAGES = List.of(Credential.EXPIRING_DAYS, 30, 7, -1);

  /** What ran out longer ago is no news. */
  private static final int LATE_DAYS = 30;

  private static final String PROFILE = "/agency/profile";

  private final Agencies agencies;
  private final Credentials credentials;
  private final Messenger messenger;

  ExpiryReminders(Agencies agencies, Credentials credentials, Messenger messenger) {
    this.agencies = agencies;
    this.credentials = credentials;
    this.messenger = messenger;
  }

  @Transactional
  public void remind(LocalDate today) {
    var from = today.minusDays(LATE_DAYS);
    var to = today.plusDays(Credential.EXPIRING_DAYS);
    for (var credential : credentials.runningOut(from, to)) {
      var validUntil = credential.validUntil();
      if (validUntil != null && !renewed(credential)) {
        var what = credential.kind().label() + "（" + credential.file().name() + "）";
        var link = PROFILE + "/sections/attachments";
        tell(credential.agency(), credential.id().toString(), what, validUntil, today, link);
      }
    }
    for (var agency : agencies.gradesRunningOut(from, to)) {
      var validUntil = agency.gradeValidUntil();
      var grade = agency.grade();
      if (validUntil != null && grade != null && agency.state().inForce()) {
        var what = "评估等级 " + grade.label();
        tell(agency.id(), "grade " + agency.id(), what, validUntil, today, PROFILE);
      }
    }
  }

  /** Whether the agency has handed in a longer one. */
  private boolean renewed(Credential credential) {
    return credentials.of(credential.agency()).stream().anyMatch(c -> c.renews(credential));
  }

  private void tell(
      Agency.Id agency,
      String about,
      String what,
      LocalDate validUntil,
      LocalDate today,
      String link) {
    long left = ChronoUnit.DAYS.between(today, validUntil);
    int stage =
        IntStream.range(0, STAGES.size()).filter(i -> left <= STAGES.get(i)).max().orElseThrow();
    var subject =
        left < 0
            ? "“%s”已经过期".formatted(what)
            : left == 0 ? "“%s”今天到期".formatted(what) : "“%s”还有 %d 天到期".formatted(what, left);
    var text =
        "“%s”的有效期到 %s。%s"
            .formatted(
                what,
                validUntil,
                left < 0
                    ? "过期的证照在匹配和审核时不再算数，请换领以后上传新的，并更新机构资料。"
                    : "请及时办理换领；换领以后上传新的，并更新机构资料，再提交审核。");
    messenger.tell(
        new Organisation.Id(agency.value()),
        new News(
            News.Kind.EXPIRY,
            "expiry " + about + " " + validUntil + " " + STAGES.get(stage),
            subject,
            text,
            link));
  }
}
