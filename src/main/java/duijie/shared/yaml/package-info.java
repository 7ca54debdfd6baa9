/** Files that people write in YAML: what stands where, and what is wrong with it. */
@NullMarked
package duijie.shared.yaml;

import org.jspecify.annotations.NullMarked;
