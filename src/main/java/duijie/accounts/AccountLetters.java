package duijie.accounts;

/** Tells people what others did to their accounts. Only within the transaction of what was done. */
public interface AccountLetters {

  /** Somebody who minds accounts took the second step of signing in off this one. */
  void secondFactorTakenOff(Account account);
}
