package duijie.accounts.argon2;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import duijie.accounts.PasswordHashing;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id with 19 MiB, two passes and one lane, as the OWASP Password Storage Cheat Sheet has it.
 * Few hashes are worked on at once, so that a storm of sign-ins leaves processors for everybody
 * else's pages.
 */
@Singleton
final class Argon2Hashing implements PasswordHashing {

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int LENGTH = 32;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, LENGTH, Argon2.ID);

  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  @Override
  public String hash(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult());
  }

  @Override
  public boolean matches(String password, String hash) {
    return inTurn(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  @Override
  public void pretend(String password) {
    hash(password);
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
