package duijie.agencies.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Claims;
import duijie.agencies.Declarations;
import duijie.pages.Duties;
import jakarta.inject.Singleton;
import java.util.List;

/** What agencies handed in and the bureau has not decided on. */
@Singleton
final class ReviewDuties implements Duties {

  private final Declarations declarations;
  private final Claims claims;
  private final ReviewViews views;

  ReviewDuties(Declarations declarations, Claims claims, ReviewViews views) {
    this.declarations = declarations;
    this.claims = claims;
    this.views = views;
  }

  @Override
  public List<Duty> of(Account who) {
    return Access.allows(who, Deed.REVIEW_AGENCIES, null)
        ? List.of(
            new Duty(
                "审核机构资料",
                ReviewsController.PATH,
                declarations::waitingCount,
                most -> items(views.list().declarations(), most)),
            new Duty(
                "核对认领申请",
                ReviewsController.PATH,
                claims::waitingCount,
                most -> items(views.list().claims(), most)))
        : List.of();
  }

  private static List<Item> items(List<ReviewsPage.Waiting> waiting, int most) {
    return waiting.stream()
        .limit(most)
        .map(w -> new Item(w.name(), w.href(), w.what() + "，" + w.since() + " 提交"))
        .toList();
  }
}
