package duijie.accounts;

import duijie.audit.Actor;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param signInName what they type, in the form of {@link #folded}; unique
 * @param displayName what others see
 * @param passwordHash as {@link PasswordHashing} made it, or null before the first password
 * @param passwordToChange whether the password was given by somebody else and is to be replaced
 */
public record Account(
    Id id,
    String signInName,
    String displayName,
    Organisation organisation,
    Set<Role> roles,
    @Nullable String passwordHash,
    boolean passwordToChange,
    State state) {

  private static final Set<Role> OF_AGENCIES = Set.of(Role.AGENCY, Role.AGENCY_ADMINISTRATOR);

  public Account {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an account has a role");
    }
    if (!signInName.equals(folded(signInName))) {
      throw new IllegalArgumentException("a sign-in name is kept folded");
    }
    if (!fit(organisation.kind(), roles)) {
      throw new IllegalArgumentException("accounts of agencies, and no others, have that role");
    }
  }

  /** Whether somebody of such an organisation can have these roles. */
  static boolean fit(Organisation.Kind kind, Set<Role> roles) {
    return kind == Organisation.Kind.AGENCY
        ? roles.contains(Role.AGENCY) && OF_AGENCIES.containsAll(roles)
        : roles.stream().noneMatch(OF_AGENCIES::contains);
  }

  /** An account's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** Whether it can be used. */
  public enum State {
    ACTIVE("正常"),
    DISABLED("停用");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * One form for all ways to type a name: full-width letters made plain, small letters, no blanks
   * around.
   */
  public static String folded(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** What people call its roles: 民政经办、民政负责人. */
  public String rolesInWords() {
    return roles.stream().sorted().map(Role::label).collect(Collectors.joining("、"));
  }

  /** The account as the record that something is done to. */
  public Entry.Subject subject() {
    return new Entry.Subject("account", id.toString());
  }

  /** Who it is, as the audit trail keeps it. */
  public Actor actor() {
    return new Actor(
        id.value(),
        signInName,
        roles.stream().map(Enum::name).collect(Collectors.toSet()),
        organisation.id().value());
  }

  /** What the audit trail keeps of it: no password, and nothing made from one. */
  public Snapshot snapshot() {
    return Snapshot.of(
        Map.of(
            "signInName",
            signInName,
            "displayName",
            displayName,
            "organisation",
            organisation.id().value(),
            "organisationName",
            organisation.name(),
            "roles",
            roles.stream().map(Enum::name).sorted().toList(),
            "state",
            state));
  }

  /** Leaves the hash out. */
  @Override
  public String toString() {
    return "Account[" + id + ", " + signInName + "]";
  }
}
