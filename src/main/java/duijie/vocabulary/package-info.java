/**
 * The words of the trade: service fields, target groups and methods, and Chinese text in terms of
 * them.
 */
@NullMarked
package duijie.vocabulary;

import org.jspecify.annotations.NullMarked;
