package duijie.accounts;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.shared.Visible;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody makes tokens for programs that act for them, and revokes them. */
@Singleton
public class TokenKeeping {

  /** For so many days a token may hold. */
  public static final List<Integer> DAYS = List.of(30, 90, 365);

  /** So many tokens of an account may hold at once. */
  public static final int MOST = 20;

  private static final int LONGEST_NAME = 60;

  /** A program's being there is noted so often at most. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final ApiTokens tokens;
  private final AuditTrail trail;
  private final Clock clock;

  TokenKeeping(ApiTokens tokens, AuditTrail trail, Clock clock) {
    this.tokens = tokens;
    this.trail = trail;
    this.clock = clock;
  }

  /** Why there is no such token yet. */
  public enum Fault {
    NO_NAME("name", "请写明这个令牌给哪个程序用。"),
    LONG_NAME("name", "名称最多 " + LONGEST_NAME + " 个字。"),
    NO_DAYS("days", "请选择有效期。"),
    TOO_MANY("name", "有效的令牌已经有 " + MOST + " 个，请先撤销不用的。");

    private final String field;
    private final String sentence;

    Fault(String field, String sentence) {
      this.field = field;
      this.sentence = sentence;
    }

    /** The field it is about: name or days. */
    public String field() {
      return field;
    }

    /** What is wrong and how to mend it. */
    public String sentence() {
      return sentence;
    }
  }

  /** What comes of making one. */
  public sealed interface Made {

    /**
     * It holds.
     *
     * @param secret for the program; it is kept nowhere
     */
    record Done(ApiToken token, SecretToken secret) implements Made {}

    /** Everything that is wrong. */
    record Refused(List<Fault> faults) implements Made {}
  }

  /**
   * Makes a token. Asked for twice by a double click, it is one, and the last secret is the one
   * that holds.
   *
   * @param id made with the form
   */
  @Transactional
  public Made make(Account account, ApiToken.Id id, String name, int days, Caller by) {
    var now = clock.instant();
    var own = tokens.lock(account.id());
    var before = own.stream().filter(token -> token.id().equals(id)).findFirst();
    var faults = faults(name, days, before.isPresent() ? 0 : holding(own, now));
    if (!faults.isEmpty()) {
      return new Made.Refused(faults);
    }
    var token =
        before.orElseGet(
            () ->
                new ApiToken(
                    id,
                    account.id(),
                    name.strip(),
                    now,
                    now.plus(Duration.ofDays(days)),
                    null,
                    null));
    var secret = SecretToken.random();
    tokens.put(token, secret);
    if (before.isEmpty()) {
      trail.record(Entry.added(by, "MAKE_API_TOKEN", token.subject(), token.snapshot()));
    }
    return new Made.Done(token, secret);
  }

  private static List<Fault> faults(String name, int days, long holding) {
    var faults = new ArrayList<Fault>();
    if (!Visible.any(name)) {
      faults.add(Fault.NO_NAME);
    } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      faults.add(Fault.LONG_NAME);
    }
    if (!DAYS.contains(days)) {
      faults.add(Fault.NO_DAYS);
    }
    if (holding >= MOST) {
      faults.add(Fault.TOO_MANY);
    }
    return faults;
  }

  private static long holding(List<ApiToken> tokens, Instant now) {
    return tokens.stream().filter(token -> token.holds(now)).count();
  }

  /** All of an account that hold still, the newest first. */
  public List<ApiToken> holding(Account account) {
    var now = clock.instant();
    return tokens.of(account.id()).stream().filter(token -> token.holds(now)).toList();
  }

  /**
   * Makes one of the account's own tokens worthless.
   *
   * @return whether the account has such a token
   */
  @Transactional
  public boolean revoke(Account account, ApiToken.Id id, Caller by) {
    var own = tokens.lock(account.id()).stream().filter(t -> t.id().equals(id)).findFirst();
    own.filter(token -> token.revokedAt() == null)
        .ifPresent(
            token -> {
              tokens.revoke(id, clock.instant());
              trail.record(Entry.done(by, "REVOKE_API_TOKEN", token.subject()));
            });
    return own.isPresent();
  }

  /** For whom a program acts that shows this secret; notes that it was there. */
  public Optional<Account> holder(SecretToken secret) {
    var now = clock.instant();
    var found = tokens.find(secret).filter(holder -> holder.token().holds(now));
    found
        .map(ApiTokens.Holder::token)
        .filter(t -> t.lastUsedAt() == null || now.isAfter(t.lastUsedAt().plus(NOTED)))
        .ifPresent(token -> tokens.used(token.id(), now));
    return found.map(ApiTokens.Holder::account);
  }
}
