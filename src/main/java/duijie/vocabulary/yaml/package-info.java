/** Vocabularies from YAML files that people write. */
@NullMarked
package duijie.vocabulary.yaml;

import org.jspecify.annotations.NullMarked;
