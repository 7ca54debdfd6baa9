package duijie.matching;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What one side asks of the other.
 *
 * @param <T> the records of the other side
 * @param <F> what the rules read of them
 * @param judge the rules
 * @param filter drops only what the rules would exclude
 * @param among which records are asked about at all
 * @param terms the asking side's own text, wanted past the cap alone
 */
record Question<T, F>(
    Judge<F> judge, Filter filter, Predicate<? super T> among, Supplier<List<String>> terms) {}
