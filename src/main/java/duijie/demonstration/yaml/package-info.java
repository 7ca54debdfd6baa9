/** Demonstration data as it is written down in YAML and JSON files. */
@NullMarked
package duijie.demonstration.yaml;

import org.jspecify.annotations.NullMarked;
