package duijie.agencies;

import duijie.accounts.Organisation;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.shared.Isolated;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells an agency's people what the bureau decided. */
@Singleton
class ReviewNews {

  /** Where an agency's people see how things stand, be it with their profile or their claim. */
  private static final String PROFILE = "/agency/profile";

  private final Messenger messenger;

  ReviewNews(Messenger messenger) {
    this.messenger = messenger;
  }

  void passed(Agency agency, String number) {
    tell(
        agency.id(),
        number,
        "机构资料已通过审核",
        "“%s”提交的资料（受理编号 %s）已通过审核，从现在起按这份资料公开和匹配。".formatted(Isolated.name(agency.name()), number));
  }

  void returned(Agency agency, String number, Map<Section, String> reasons) {
    var why =
        Arrays.stream(Section.values())
            .filter(reasons::containsKey)
            .map(section -> section.label() + "：" + reasons.get(section))
            .collect(Collectors.joining("\n"));
    tell(
        agency.id(),
        number,
        "机构资料被退回，请修改后再提交",
        "“%s”提交的资料（受理编号 %s）需要修改：\n%s".formatted(Isolated.name(agency.name()), number, why));
  }

  void stands(Agency agency, Step step, String reason, String when) {
    tell(
        agency.id(),
        step + " " + when,
        "机构状态变为“" + agency.state().label() + "”",
        "“%s”现在是“%s”。原因：%s"
            .formatted(Isolated.name(agency.name()), agency.state().label(), reason));
  }

  void revoked(Agency agency, Credential credential, String reason) {
    tell(
        agency.id(),
        "revoked " + credential.id(),
        "“%s”已被撤销".formatted(credential.kind().label()),
        "民政部门撤销了“%s”上传的“%s”（%s）。原因：%s"
            .formatted(
                Isolated.name(agency.name()),
                credential.kind().label(),
                Isolated.name(credential.file().name()),
                reason));
  }

  void decided(Claim claim) {
    boolean approved = claim.state() == Claim.State.APPROVED;
    messenger.tell(
        claim.account(),
        new News(
            News.Kind.REVIEW,
            "claim " + claim.number(),
            approved ? "认领申请已同意" : "认领申请没有同意",
            approved
                ? "您对“%s”的认领申请（受理编号 %s）已同意。现在可以填写和修改这家机构的资料。"
                    .formatted(Isolated.name(claim.name()), claim.number())
                : "您对“%s”的认领申请（受理编号 %s）没有同意。原因：%s"
                    .formatted(Isolated.name(claim.name()), claim.number(), claim.reason()),
            PROFILE));
  }

  private void tell(Agency.Id agency, String about, String subject, String text) {
    messenger.tell(
        new Organisation.Id(agency.value()),
        new News(News.Kind.REVIEW, "review " + about, subject, text, PROFILE));
  }
}
