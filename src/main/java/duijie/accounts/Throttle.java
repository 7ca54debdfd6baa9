package duijie.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may try to sign in. A name is tried from strange browsers five times in a
 * quarter of an hour, whether somebody has that name or not, and each browser that an account is
 * known by five times more on its own: so a rival who tries wrong passwords shuts nobody out of
 * their own computer. An address may fail often, for many people may share it; whoever succeeds
 * leaves its count as it was.
 */
public final class Throttle {

  /** Tries for one name, or for one browser of its own, in one window. */
  public static final int PER_NAME = 5;

  /** Tries from one address in one window, for whatever names. */
  public static final int PER_ADDRESS = 300;

  public static final Duration WINDOW = Duration.ofMinutes(15);

  private final SignInAttempts attempts;

  public Throttle(SignInAttempts attempts) {
    this.attempts = attempts;
  }

  /**
   * Counts a try, unless it is one too many.
   *
   * @param device a browser that the name's account is known by, or null for a strange one
   * @return whether the password may be looked at
   */
  boolean admits(String name, @Nullable SecretToken device, String address, Instant now) {
    var since = now.minus(WINDOW);
    return device == null
        ? attempts.admit(addressKey(address), PER_ADDRESS, since, now)
            && attempts.admit(nameKey(name), PER_NAME, since, now)
        : attempts.admit(deviceKey(name, device), PER_NAME, since, now);
  }

  /** Counts a try of somebody who has signed in to prove it again, unless it is one too many. */
  boolean admitsProof(String name, Instant now) {
    return attempts.admit("proof " + name, PER_NAME, now.minus(WINDOW), now);
  }

  void resetProof(String name) {
    attempts.forget("proof " + name);
  }

  /** Somebody proved to be the one of this name, by the last try that was counted for them. */
  void reset(String name, @Nullable SecretToken device, String address) {
    if (device == null) {
      attempts.forget(nameKey(name));
      attempts.takeBack(addressKey(address));
    } else {
      attempts.forget(deviceKey(name, device));
    }
  }

  /**
   * The password was right and the code is still to come. The address did nothing wrong, but the
   * try stays counted against the name: else whoever knows the password could guess codes for ever.
   */
  void halfway(@Nullable SecretToken device, String address) {
    if (device == null) {
      attempts.takeBack(addressKey(address));
    }
  }

  private static String nameKey(String name) {
    return "name " + name;
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  private static String deviceKey(String name, SecretToken device) {
    return "device " + device.hash() + " " + name;
  }
}
