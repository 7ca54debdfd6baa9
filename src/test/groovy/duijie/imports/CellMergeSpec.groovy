package duijie.imports

import duijie.sheets.Trace
import spock.lang.Specification

/** What becomes of a cell that came back: what the export showed, what is typed, and what is stored now. */
class CellMergeSpec extends Specification {

  def "the export showed '#seen', '#typed' is typed, '#stored' is stored: #becomes"() {
    expect:
    CellMerge.of(seen == null ? null : Trace.of(UUID.randomUUID(), 'DJ-001', ['x', seen]), 1, typed, stored) == CellMerge.valueOf(becomes)

    where:
    seen   | typed  | stored || becomes
    ''     | ''     | ''     || 'SAME'
    ''     | '洽商' | ''     || 'CHANGED'
    '储备' | '洽商' | '储备' || 'CHANGED'
    '储备' | '储备' | '储备' || 'SAME'
    // Left as exported: whatever others did since stands.
    '储备' | '储备' | '洽商' || 'SAME'
    ''     | ''     | '洽商' || 'SAME'
    // Both did the same.
    ''     | '洽商' | '洽商' || 'SAME'
    // Both did something else.
    ''     | '洽商' | '储备' || 'CONFLICTING'
    '储备' | '洽商' | '无联系' || 'CONFLICTING'
    '储备' | '洽商' | ''     || 'CONFLICTING'
    // Emptied.
    '储备' | ''     | '储备' || 'CLEARED'
    '储备' | ''     | '洽商' || 'CLEARED'
    '储备' | ''     | ''     || 'SAME'
    // The row has lost what it remembers.
    null   | '洽商' | ''     || 'CHANGED'
    null   | '洽商' | '储备' || 'CONFLICTING'
    null   | '洽商' | '洽商' || 'SAME'
    null   | ''     | '洽商' || 'CLEARED'
  }
}
