package duijie.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for something, and from where.
 *
 * @param who null for somebody who has not signed in, and for the program itself
 * @param address the network address, or null where it was no request from outside
 * @param userAgent what their program calls itself; for the program itself, which part of it
 */
public record Caller(@Nullable Actor who, @Nullable String address, @Nullable String userAgent) {

  /** Longer ones are cut: they come from strangers. */
  private static final int LONGEST = 400;

  public Caller {
    address = cut(address);
    userAgent = cut(userAgent);
  }

  /** A part of the program that acts on nobody's behalf. */
  public static Caller program(String part) {
    return new Caller(null, null, part);
  }

  private static @Nullable String cut(@Nullable String text) {
    if (text == null || text.length() <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1));
  }
}
