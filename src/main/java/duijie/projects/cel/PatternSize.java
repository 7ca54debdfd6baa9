package duijie.projects.cel;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern becomes when its counted repetitions are written out, as matching in linear
 * time does: nested ones multiply, so that a few dozen signs could fill the memory.
 */
final class PatternSize {

  private static final long ENORMOUS = 1_000_000_000;

  private final String pattern;
  private final Deque<Long> outside = new ArrayDeque<>();
  private long size;
  private long last;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /** The size in signs to be matched; of what is no pattern, any. */
  static long of(String pattern) {
    return new PatternSize(pattern).measure();
  }

  private long measure() {
    int at = 0;
    while (at < pattern.length()) {
      at = step(at);
    }
    return outside.stream().mapToLong(Long::longValue).sum() + size;
  }

  /** Goes over one part of the pattern and says where the next begins. */
  private int step(int at) {
    return switch (pattern.charAt(at)) {
      case '\\' -> {
        add(1);
        boolean named = at + 2 < pattern.length() && pattern.charAt(at + 2) == '{';
        yield named ? after('}', at + 2) : at + 2;
      }
      case '[' -> {
        add(1);
        yield closingBracket(at + 1);
      }
      case '(' -> {
        outside.push(size);
        size = 0;
        yield at + 1;
      }
      case ')' -> {
        long inside = Math.max(1, size);
        size = outside.isEmpty() ? 0 : outside.pop();
        add(inside);
        yield at + 1;
      }
      case '{' -> {
        int end = after('}', at);
        repeat(most(pattern.substring(at + 1, Math.max(at + 1, end - 1))));
        yield end;
      }
      default -> {
        add(1);
        yield at + 1;
      }
    };
  }

  private void add(long part) {
    last = part;
    size = Math.min(ENORMOUS, size + part);
  }

  private void repeat(long times) {
    long more = Math.min(ENORMOUS, last * Math.max(0, times - 1));
    last += more;
    size = Math.min(ENORMOUS, size + more);
  }

  /** The greater number of a repetition such as {@code 0,12}; one where it is none. */
  private static long most(String counts) {
    if (!counts.matches("\\d{1,6}(,\\d{0,6})?")) {
      return 1;
    }
    var last = counts.substring(counts.indexOf(',') + 1);
    return Long.parseLong(last.isEmpty() ? counts.substring(0, counts.length() - 1) : last);
  }

  private int after(char sign, int from) {
    int found = pattern.indexOf(sign, from);
    return found < 0 ? pattern.length() : found + 1;
  }

  private int closingBracket(int from) {
    int at = from;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == from)) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(pattern.length(), at + 1);
  }
}
