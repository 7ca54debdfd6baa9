/** Days off and statutory periods from YAML files that people write. */
@NullMarked
package duijie.calendar.yaml;

import org.jspecify.annotations.NullMarked;
