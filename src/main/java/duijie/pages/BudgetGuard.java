package duijie.pages;

import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Budget;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Lets no program ask so much that people have to wait. */
@ServerFilter(Api.PREFIX + "/**")
@Order(Guarding.BUDGET)
final class BudgetGuard {

  private final Budget budget;

  BudgetGuard(Budget budget) {
    this.budget = budget;
  }

  @RequestFilter
  @Nullable HttpResponse<?> spend(HttpRequest<?> request) {
    var account = Visitor.of(request).account();
    var who = account == null ? Visitor.address(request) : account.id().toString();
    return budget.spend(who)
        ? null
        : ApiProblem.of(
                429,
                "too-many-requests",
                "请求太多",
                "每分钟最多 " + Budget.PER_MINUTE + " 次，请按 Retry-After 等一会儿。")
            .answer()
            .header(HttpHeaders.RETRY_AFTER, Long.toString(budget.secondsLeft()));
  }
}
