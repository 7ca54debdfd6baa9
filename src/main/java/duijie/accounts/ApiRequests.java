package duijie.accounts;

/** The keys under which programs had something made, so that sending it twice makes one. */
public interface ApiRequests {

  /** What is known of a key. */
  enum Known {
    /** Nothing until now. */
    NEW,
    /** The same was sent under it before. */
    SAME,
    /** Something else was sent under it before. */
    OTHER
  }

  /**
   * Notes what was sent under a key.
   *
   * @param fingerprint of what was sent
   */
  Known note(Account.Id account, String key, String fingerprint);
}
