package duijie.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a new password must be: long enough, known to no list of breached ones, and not made of the
 * account's own names. Mixtures of signs are not asked for, nor a change every so often (NIST SP
 * 800-63B-4, section 3.1.1.2).
 */
public final class PasswordRules {

  /** In characters. */
  public static final int SHORTEST = 10;

  public static final int LONGEST = 200;

  /** A shorter part of a name says nothing. */
  private static final int TELLING = 4;

  private final Set<String> breached;

  /**
   * @param breached passwords that are known to have been found elsewhere, in small letters
   */
  public PasswordRules(Set<String> breached) {
    this.breached = Set.copyOf(breached);
  }

  /** What is wrong with a password. */
  public enum Fault {
    TOO_SHORT("密码至少要" + SHORTEST + "个字符，可以用一句好记的话。"),
    TOO_LONG("密码最多" + LONGEST + "个字符。"),
    BREACHED("这个密码太常见，已经在别处泄露过，请换一个。"),
    MONOTONE("密码不能是同一个字符，或者连续的数字、字母。"),
    OWN_NAME("密码里不能有登录名、姓名或单位名称。");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }

    /** What to tell whoever chose it. */
    public String sentence() {
      return sentence;
    }
  }

  /** Everything that is wrong with this password for this account; nothing where it will do. */
  public List<Fault> faults(String password, Account account) {
    var faults = new ArrayList<Fault>();
    var plain = password.toLowerCase(Locale.ROOT);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      faults.add(Fault.TOO_SHORT);
    }
    if (length > LONGEST) {
      faults.add(Fault.TOO_LONG);
    }
    if (breached.contains(plain)) {
      faults.add(Fault.BREACHED);
    }
    if (length > 0 && monotone(plain)) {
      faults.add(Fault.MONOTONE);
    }
    var names = List.of(account.signInName(), account.displayName(), account.organisation().name());
    if (names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.length() >= TELLING && plain.contains(name))) {
      faults.add(Fault.OWN_NAME);
    }
    return faults;
  }

  /** Whether each character follows the one before by the same step: aaaa, 1234, gfed. */
  private static boolean monotone(String text) {
    int[] signs = text.codePoints().toArray();
    for (int i = 2; i < signs.length; i++) {
      int step = signs[i] - signs[i - 1];
      if (step != signs[1] - signs[0] || Math.abs(step) > 1) {
        return false;
      }
    }
    return true;
  }
}
