package duijie.pages;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.accounts.SecretToken;
import duijie.audit.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Who asks for a page: somebody who has signed in, or anybody. */
public final class Visitor {

  private static final String ATTRIBUTE = Visitor.class.getName();
  private static final String FORMS = "forms";

  private final @Nullable Account account;
  private final @Nullable SecretToken signIn;
  private final SecretToken device;
  private @Nullable Said said;
  private boolean askedToFill;
  private boolean heard;

  /**
   * @param account who signed in, or null
   * @param signIn what the browser shows for it, though it may have run out; null where it shows
   *     nothing
   * @param device what the browser is known by, or is to be known by
   */
  public Visitor(@Nullable Account account, @Nullable SecretToken signIn, SecretToken device) {
    this.account = account;
    this.signIn = signIn;
    this.device = device;
  }

  /** Whoever made this request. */
  public static Visitor of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Visitor.class)
        .orElseGet(() -> new Visitor(null, null, SecretToken.random()));
  }

  /** Who makes this request and from where, as the audit trail keeps it. */
  public static Caller caller(HttpRequest<?> request) {
    var account = of(request).account;
    return new Caller(
        account == null ? null : account.actor(),
        address(request),
        request.getHeaders().get(HttpHeaders.USER_AGENT));
  }

  /** The network address that the request came from. */
  public static String address(HttpRequest<?> request) {
    return Arrival.of(request).from().getHostAddress();
  }

  /** Notes who made the request, and what is to be said to them. */
  public void attach(HttpRequest<?> request) {
    said = Said.in(request).orElse(null);
    request.setAttribute(ATTRIBUTE, this);
  }

  public @Nullable Account account() {
    return account;
  }

  /** Who signed in; asked where the guard lets nobody else through. */
  public Account member() {
    if (account == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return account;
  }

  public boolean signedIn() {
    return account != null;
  }

  public @Nullable SecretToken signIn() {
    return signIn;
  }

  public SecretToken device() {
    return device;
  }

  /** Whether they may do this to nobody's record in particular. */
  public boolean may(Deed deed) {
    return Access.allows(account, deed, null);
  }

  public boolean may(Deed deed, Organisation.@Nullable Id owner) {
    return Access.allows(account, deed, owner);
  }

  /**
   * What a form carries that only a page of this site could have put there. It follows from the
   * browser's secret and changes when somebody signs in or out.
   */
  public String formToken() {
    askedToFill = true;
    return secret().derived(FORMS).value();
  }

  /** Whether a form came from a page that was made for this browser. */
  public boolean sent(String formToken) {
    return SecretToken.of(formToken).filter(secret().derived(FORMS)::same).isPresent();
  }

  /** Whether a form was put on the page, so that the browser has to keep what it is known by. */
  public boolean askedToFill() {
    return askedToFill;
  }

  /**
   * What they have just done, in a sentence for the page they are about to see; null for nothing.
   */
  public @Nullable String hear() {
    heard = true;
    return said == null ? null : said.sentence();
  }

  /** Whether something was said to them that is not to be said again. */
  public boolean heard() {
    return heard && said != null;
  }

  private SecretToken secret() {
    return signIn == null ? device : signIn;
  }
}
