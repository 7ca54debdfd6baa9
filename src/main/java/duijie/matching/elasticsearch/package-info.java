/** The search index on Elasticsearch, which several servers share. */
@NullMarked
package duijie.matching.elasticsearch;

import org.jspecify.annotations.NullMarked;
