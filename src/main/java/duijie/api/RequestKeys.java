package duijie.api;

import duijie.accounts.Account;
import duijie.accounts.ApiRequests;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;

/** Has what programs make made once, however often they send it. */
@Singleton
public final class RequestKeys {

  /** By what a program names a request that it may send again. */
  public static final String HEADER = "Idempotency-Key";

  private static final String SHAPE = "[\\x21-\\x7e]{8,200}";

  private final ApiRequests requests;

  RequestKeys(ApiRequests requests) {
    this.requests = requests;
  }

  /**
   * What is done with a key.
   *
   * @param <X> what may go wrong
   */
  public interface Use<X extends Exception> {
    HttpResponse<String> answer(Key key) throws X;
  }

  /**
   * Goes on with the key that a request names; one that names none is refused.
   *
   * @param path where what is made lies
   */
  public <X extends Exception> HttpResponse<String> with(
      HttpRequest<?> request, Account account, String path, Use<X> use) throws X {
    var key = request.getHeaders().get(HEADER);
    return key == null || !key.matches(SHAPE)
        ? ApiProblem.of(
                400,
                "idempotency-key-missing",
                "缺少请求编号",
                "请在 Idempotency-Key 里写一个自己产生的编号（8 到 200 个字符），重发时用同一个。")
            .answer()
        : use.answer(new Key(account.id(), path, key));
  }

  /** That something else was sent under the key before. */
  public static HttpResponse<String> reused() {
    return ApiProblem.of(
            422, "idempotency-key-reused", "请求编号用过了", "这个 Idempotency-Key 发过别的内容，请另产生一个。")
        .answer();
  }

  /** A key of an account. */
  public final class Key {

    private final Account.Id account;
    private final String path;
    private final String text;

    private Key(Account.Id account, String path, String text) {
      this.account = account;
      this.path = path;
      this.text = text;
    }

    /** The id of what is made: the same for the same key of the same account. */
    public UUID id() {
      var name = path + "\n" + account + "\n" + text;
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes it, unless something else was sent under the key before.
     *
     * @param content equal for the same content, and for no other
     * @param make is given the id; makes nothing where there is something of this id
     */
    public HttpResponse<String> once(String content, Function<UUID, HttpResponse<String>> make) {
      var fingerprint = Answer.digest(path + "\n" + content);
      return requests.note(account, text, fingerprint) == ApiRequests.Known.OTHER
          ? reused()
          : make.apply(id());
    }
  }
}
