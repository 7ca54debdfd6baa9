package duijie.accounts;

/** Makes password hashes that are slow to guess, and checks them. */
public interface PasswordHashing {

  /** A salted hash that says itself how it was made. */
  String hash(String password);

  /** Whether the hash was made of this password. */
  boolean matches(String password, String hash);

  /** Takes as long as a check does, for a name that nobody has. */
  void pretend(String password);
}
