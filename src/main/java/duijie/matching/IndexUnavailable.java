package duijie.matching;

import org.jspecify.annotations.Nullable;

/** The search index gives no answer for now: what was asked may be asked again later. */
public final class IndexUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
