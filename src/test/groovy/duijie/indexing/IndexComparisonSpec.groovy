package duijie.indexing

import static duijie.indexing.IndexComparison.Difference.MISSING
import static duijie.indexing.IndexComparison.Difference.OUTDATED
import static duijie.indexing.IndexComparison.Difference.SURPLUS

import duijie.indexing.IndexComparison.Stored
import spock.lang.Specification

class IndexComparisonSpec extends Specification {

  def "#situation: #difference"() {
    given:
    def stored = revision == null ? [:] : [x: new Stored(revision, there, waiting)]

    expect:
    new IndexComparison(before == null ? [:] : [x: before], stored, after == null ? [:] : [x: after]).differences()*.difference() ==
      (difference == null ? [] : [difference])

    where:
    situation                                   | before | revision | there | waiting | after || difference
    'equal'                                     | 3L     | 3        | true  | false   | 3L    || null
    'never indexed'                             | null   | 3        | true  | false   | null  || MISSING
    'never indexed, but about to be'            | null   | 3        | true  | true    | null  || null
    'indexed meanwhile'                         | null   | 3        | true  | false   | 3L    || null
    'an old state'                              | 2L     | 3        | true  | false   | 2L    || OUTDATED
    'an old state, about to be mended'          | 2L     | 3        | true  | true    | 2L    || null
    'changed and indexed meanwhile'             | 2L     | 3        | true  | false   | 3L    || null
    'changed later'                             | 3L     | 3        | true  | false   | 4L    || null
    'a state that the database does not know'   | 9L     | 3        | true  | false   | 9L    || OUTDATED
    'deleted later'                             | 3L     | 3        | true  | false   | null  || null
    'deleted'                                   | null   | 4        | false | false   | null  || null
    'deleted and left in the index'             | 3L     | 4        | false | false   | 3L    || SURPLUS
    'deleted, about to be taken out'            | 3L     | 4        | false | true    | 3L    || null
    'deleted and taken out meanwhile'           | 3L     | 4        | false | false   | null  || null
    'deleted, and made again later'             | null   | 4        | false | false   | 5L    || null
    'deleted, and in the index from later'      | 9L     | 4        | false | false   | 9L    || SURPLUS
    'unknown to the database'                   | 9L     | null     | false | false   | 9L    || SURPLUS
    'made later'                                | null   | null     | false | false   | 1L    || null
  }
}
