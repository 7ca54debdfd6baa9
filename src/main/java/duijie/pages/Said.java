package duijie.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody has just done, said once above the page that they are led on to, and above no other
 * that they have open. The browser carries only which of these sentences it is: nobody can make up
 * another, and no address of a page says it, so loading the page again or passing its address on
 * does not say it again.
 */
public enum Said {
  SAVED("已保存。"),
  SAVED_MAILED("已保存。我们往这个邮箱发了一封信，请打开信里的链接确认。"),
  NO_MAILBOX("已保存：没有登记邮箱。"),

  PASSWORD_CHANGED("密码已更换。别处的登录和接口令牌都已失效。"),
  TOKEN_REVOKED("令牌已撤销，马上不能再用。"),
  SECOND_FACTOR_OFF("两步登录已关闭，以后登录只要密码。"),
  ACCOUNT_DISABLED("账号已停用，它的登录和接口令牌都已失效。"),
  ACCOUNT_RESTORED("账号已恢复，可以登录了。"),
  ACCOUNT_SECOND_FACTOR_OFF("已取消这个账号的两步登录，并通知了本人。"),

  SECTION_SAVED("这一节已填完并保存。"),
  SECTION_KEPT("已先存着，可以以后接着填。"),
  CHANGE_GIVEN_UP("已放弃这次修改，资料和原来一样。"),
  ATTACHMENT_ADDED("附件已上传。"),
  ATTACHMENT_REMOVED("附件已删除。"),
  PASSED("已通过，资料生效，并通知了机构。"),
  TURNED_BACK("已退回，机构会看到您写的原因。"),
  STANDING_CHANGED("已办理，并通知了机构。"),
  CLAIM_APPROVED("已同意认领，并通知了申请人。"),
  CLAIM_REFUSED("已答复不同意认领，申请人会看到原因。"),
  CREDENTIAL_REVOKED("证照已撤销，并通知了机构。"),

  DRAFT_BEGUN("已按最近一次公告的内容起草，改好以后提交负责人审批。"),
  DRAFT_SUBMITTED("已提交，等负责人审批。"),
  DRAFT_RETURNED("已退回修改。"),
  PUBLISHED("已发布，所有人都能看到了。"),
  TERMINATED("已终止，所有人都能看到终止公告。"),
  CANCELLED("已作废。"),
  ASKED("已提交。答复以后所有人都能看到，我们也会通知您；不会显示是谁问的。"),
  ANSWERED("已答复，所有人都能看到了。"),
  HOLIDAYS_LOADED("已载入，期限从现在起按新的安排计算。"),

  INTEREST_DECLARED("已表达意向，并通知了购买主体。"),
  INTEREST_WITHDRAWN("已撤回意向。"),
  INVITED("已发出邀请。"),
  SESSION_STEP("已办理。"),
  TIMETABLE_RELEASED("已发布，并通知了行程有变的各方。"),
  GUESTS_REMINDED("已提醒。"),
  SESSION_BEGUN("对接会开始了。"),
  SESSION_CLOSED("对接会已结束，可以登记洽谈结果了。"),
  CHECKED_IN("已办理。"),
  NO_SHOW_NOTED("已记为缺席，空出的时段能补的都补上了，并通知了行程有变的各方。"),
  REFILLED("空出的时段能补的都补上了，并通知了行程有变的各方。"),
  SESSION_ANSWERED("已答复，并告诉了组织者。"),
  SEARCH_SAVED("已订阅这个检索，有新项目符合就通知您。"),
  SEARCH_RENAMED("已改名。"),
  SEARCH_REMOVED("已删除这个检索，不再通知。");

  /** The page that it is for follows. */
  private static final String COOKIE = "__Host-said-";

  /** The next page comes at once; a page much later is about something else. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final String sentence;

  Said(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** Leads on to the page at this address, which will say it. */
  public <B> MutableHttpResponse<B> at(String address) {
    var next = URI.create(address);
    return HttpResponse.<B>seeOther(next).cookie(cookie(next, name()).maxAge(KEPT));
  }

  /** What is to be said on the page that this request asks for. */
  public static Optional<Said> in(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(name(request.getUri()))
        .flatMap(
            cookie ->
                Arrays.stream(values())
                    .filter(said -> said.name().equals(cookie.getValue()))
                    .findFirst());
  }

  /** It was said on the page that this request asked for. */
  public static void forget(HttpRequest<?> request, MutableHttpResponse<?> answer) {
    answer.cookie(cookie(request.getUri(), "").maxAge(0));
  }

  private static String name(URI page) {
    return COOKIE + Integer.toHexString(page.getRawPath().hashCode());
  }

  private static Cookie cookie(URI page, String value) {
    return Cookie.of(name(page), value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(SameSite.Lax);
  }
}
