package duijie.shared.jdbc;

import duijie.shared.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are written in columns. */
public final class Columns {

  private Columns() {}

  /** An amount in yuan. */
  public static @Nullable BigDecimal yuan(@Nullable Money money) {
    return money == null ? null : money.yuan();
  }

  /** The amount of so many yuan. */
  public static @Nullable Money money(@Nullable BigDecimal yuan) {
    return yuan == null ? null : new Money(yuan);
  }

  /** The name of an enum's constant. */
  public static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** Values as an array of texts. */
  public static <T> List<String> texts(Collection<T> values, Function<T, String> text) {
    return values.stream().map(text).toList();
  }

  /** The values of an array of texts. */
  public static <T> Set<T> values(List<String> texts, Function<String, T> value) {
    return texts.stream().map(value).collect(Collectors.toSet());
  }
}
