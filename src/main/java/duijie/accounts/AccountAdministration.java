package duijie.accounts;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.Visible;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding accounts, shutting them, and handing out passwords; all of it is written down. */
@Singleton
public class AccountAdministration {

  private static final int LONGEST_NAME = 60;

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordHashing hashing;
  private final Revocation revocation;
  private final AuditTrail trail;
  private final Regions regions;

  AccountAdministration(
      Accounts accounts,
      Passwords passwords,
      PasswordHashing hashing,
      Revocation revocation,
      AuditTrail trail,
      Regions regions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.hashing = hashing;
    this.revocation = revocation;
    this.trail = trail;
    this.regions = regions;
  }

  /**
   * An account that is wanted.
   *
   * @param organisation an organisation that has accounts already, or null for a new one
   * @param newOrganisation the name of a new organisation; blank with an existing one
   * @param newRegion where a new organisation is responsible, as somebody types it
   */
  public record Wanted(
      String signInName,
      String displayName,
      Organisation.@Nullable Id organisation,
      String newOrganisation,
      Organisation.Kind newKind,
      String newRegion,
      Set<Role> roles) {}

  /** Why there is no such account yet. */
  public enum Fault {
    NO_NAME("name", "请填写登录名。"),
    BAD_NAME("name", "登录名最多 60 个字，中间不能有空格。"),
    NAME_TAKEN("name", "这个登录名已经有人用了，请换一个。"),
    NO_DISPLAY_NAME("display", "请填写姓名，最多 60 个字。"),
    NO_ORGANISATION("organisation", "请选择单位，或者填写新单位的名称。"),
    NO_REGION("new-region", "请填写新单位所在的区划，写全，例如 四川省/广元市/旺苍县。"),
    NO_ROLE("roles", "请至少选择一个角色。"),
    ROLE_OF_OTHERS("roles", "社工机构的账号只能是“社工机构”角色，可以同时是“本机构管理员”；其他单位的账号不能有这两个角色。"),
    TOO_MANY("name", "一家机构最多有 50 个账号。需要更多，请联系平台的账号管理员。"),
    AGENCY_REGISTERS("organisation", "新的社工机构请由机构自己注册，这里不能新建。");

    private final String field;
    private final String sentence;

    Fault(String field, String sentence) {
      this.field = field;
      this.sentence = sentence;
    }

    /** Which part of {@link Wanted} it is about: name, display, organisation, region or roles. */
    public String field() {
      return field;
    }

    /** What is wrong and how to mend it. */
    public String sentence() {
      return sentence;
    }
  }

  /** What comes of adding an account. */
  public sealed interface Outcome {

    /**
     * It is there.
     *
     * @param password for the first sign-in; it is kept nowhere
     */
    record Added(Account account, String password) implements Outcome {}

    /** Nothing was added, for all these reasons. */
    record Refused(List<Fault> faults) implements Outcome {}
  }

  /** Adds the account, with a password to be replaced at the first sign-in. */
  @Transactional
  public Outcome add(Wanted wanted, Caller by) {
    var organisation = organisation(wanted);
    var faults = faults(wanted, organisation.orElse(null));
    if (!faults.isEmpty() || organisation.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    var password = Passwords.oneTime();
    var account =
        new Account(
            new Account.Id(UUID.randomUUID()),
            Account.folded(wanted.signInName()),
            wanted.displayName().strip(),
            organisation.get(),
            wanted.roles(),
            hashing.hash(password),
            true,
            Account.State.ACTIVE);
    if (!accounts.add(account)) {
      return new Outcome.Refused(List.of(Fault.NAME_TAKEN));
    }
    trail.record(Entry.added(by, "ADD_ACCOUNT", account.subject(), account.snapshot()));
    return new Outcome.Added(account, password);
  }

  private List<Fault> faults(Wanted wanted, @Nullable Organisation organisation) {
    var faults = new ArrayList<Fault>();
    var name = Account.folded(wanted.signInName());
    if (!Visible.any(name)) {
      faults.add(Fault.NO_NAME);
    } else if (tooLong(name) || name.codePoints().anyMatch(AccountAdministration::blank)) {
      faults.add(Fault.BAD_NAME);
    } else if (accounts.named(name).isPresent()) {
      faults.add(Fault.NAME_TAKEN);
    }
    if (!Visible.any(wanted.displayName()) || tooLong(wanted.displayName())) {
      faults.add(Fault.NO_DISPLAY_NAME);
    }
    if (organisation == null) {
      faults.add(Fault.NO_ORGANISATION);
    } else if (wanted.organisation() == null && organisation.kind() == Organisation.Kind.AGENCY) {
      faults.add(Fault.AGENCY_REGISTERS);
    } else if (nowhere(wanted, organisation)) {
      faults.add(Fault.NO_REGION);
    }
    if (wanted.roles().isEmpty()) {
      faults.add(Fault.NO_ROLE);
    } else if (organisation != null && !Account.fit(organisation.kind(), wanted.roles())) {
      faults.add(Fault.ROLE_OF_OTHERS);
    }
    return List.copyOf(faults);
  }

  /** A bureau is responsible somewhere; whoever runs the platform need not be. */
  private static boolean nowhere(Wanted wanted, Organisation organisation) {
    boolean asked =
        organisation.kind() == Organisation.Kind.BUREAU || !wanted.newRegion().isBlank();
    return wanted.organisation() == null && asked && organisation.region() == null;
  }

  private Region.@Nullable Code region(String typed) {
    return regions.read(typed) instanceof Regions.Reading.Found found
        ? found.region().code()
        : null;
  }

  private static boolean blank(int sign) {
    return Character.isWhitespace(sign) || Character.isISOControl(sign);
  }

  private static boolean tooLong(String name) {
    return name.codePointCount(0, name.length()) > LONGEST_NAME;
  }

  private Optional<Organisation> organisation(Wanted wanted) {
    var chosen = wanted.organisation();
    if (chosen != null) {
      return accounts.organisations().stream().filter(o -> o.id().equals(chosen)).findFirst();
    }
    var name = wanted.newOrganisation().strip();
    return !Visible.any(name) || tooLong(name)
        ? Optional.empty()
        : Optional.of(
            new Organisation(
                new Organisation.Id(UUID.randomUUID().toString()),
                wanted.newKind(),
                name,
                region(wanted.newRegion())));
  }

  /**
   * Gives the account a new one-time password.
   *
   * @return empty where there is no such account
   */
  @Transactional
  public Optional<Outcome.Added> givePassword(Account.Id id, Caller by) {
    return accounts
        .find(id)
        .map(
            account -> {
              var password = passwords.give(id, by);
              trail.record(Entry.done(by, "GIVE_PASSWORD", account.subject()));
              return new Outcome.Added(account, password);
            });
  }

  /**
   * Shuts an account, which ends its sign-ins and tokens at once, or opens it again.
   *
   * <p>Of two who shut each other out at the same moment one remains: whoever is shut out already
   * shuts nobody out.
   *
   * @return the account as it is now; empty where there is none, or it is one's own
   */
  @Transactional
  public Optional<Account> set(Account.Id id, Account.State state, Caller by) {
    accounts.lock();
    var who = by.who();
    var found =
        accounts
            .find(id)
            .filter(a -> who == null || !who.account().equals(a.id().value()))
            .filter(a -> who == null || active(new Account.Id(who.account())));
    if (found.isEmpty() || found.get().state() == state) {
      return found;
    }
    accounts.state(id, state);
    if (state == Account.State.DISABLED) {
      revocation.of(id, by);
    }
    var deed = state == Account.State.DISABLED ? "DISABLE_ACCOUNT" : "ENABLE_ACCOUNT";
    trail.record(
        Entry.changed(
            by, deed, found.get().subject(), found.get().snapshot(), after(found.get(), state)));
    return accounts.find(id);
  }

  private boolean active(Account.Id id) {
    return accounts.find(id).filter(a -> a.state() == Account.State.ACTIVE).isPresent();
  }

  private static Snapshot after(Account account, Account.State state) {
    return new Account(
            account.id(),
            account.signInName(),
            account.displayName(),
            account.organisation(),
            account.roles(),
            null,
            account.passwordToChange(),
            state)
        .snapshot();
  }
}
