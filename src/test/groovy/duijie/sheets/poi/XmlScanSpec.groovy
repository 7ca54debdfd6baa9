package duijie.sheets.poi

import duijie.sheets.RefusedWorkbook
import spock.lang.Specification

/** What the look at the bytes finds does not depend on how they come. */
class XmlScanSpec extends Specification {

  def "a hundred and fifty of #xml are #found, in pieces of any size"() {
    expect:
    (1..40).collect { size -> scanned('<w>' + xml * 150, size) }.unique() == [found]

    where:
    xml                    | found
    '<a/>'                 | 'fine'
    '<a b="c"/>'           | 'fine'
    "<a b='>' c='\"'/>"    | 'fine'
    '<a b="</a>">x</a>'    | 'fine'
    '<a b=">">/</a >'      | 'fine'
    '<!-- <a> --><?a <a>?>' | 'fine'
    '<a>'                  | 'unsafe'
    '<a b="/">'            | 'unsafe'
    "<a b='/>'>"           | 'unsafe'
    '<a / >'               | 'unsafe'
  }

  private static String scanned(String xml, int size) {
    def scan = new XmlScan()
    def bytes = xml.getBytes('UTF-8')
    try {
      for (int at = 0; at < bytes.length; at += size) {
        def piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))
        scan.scan(piece, piece.length)
      }
      'fine'
    } catch (RefusedWorkbook refused) {
      refused.code().code()
    }
  }
}
