/** Which agencies suit a project and why: the rule book, the candidates, the ranking. */
@NullMarked
package duijie.matching;

import org.jspecify.annotations.NullMarked;
