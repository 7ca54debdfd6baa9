/** The lint's rules from YAML: patterns that match in linear time, and conditions in CEL. */
@NullMarked
package duijie.projects.cel;

import org.jspecify.annotations.NullMarked;
