package duijie.shared

import spock.lang.Specification

class VisibleSpec extends Specification {

  def "#what shows nothing"() {
    expect:
    !Visible.any(text)

    where:
    what                       | text
    'an empty text'            | ''
    'blanks of all widths'     | ' \u00a0\u2003\u3000\t\n'
    'zero-width signs'         | '\u200b\u200c\u200d\u2060\ufeff'
    'directions alone'         | '\u202e\u202c\u2066\u2069'
    'empty letters of hangul'  | '\u115f\u1160\u3164\uffa0'
    'blank braille'            | '\u2800'
    'variation selectors'      | '\ufe0f\ufe0e' + new String(Character.toChars(0xe0100))
    'tags'                     | new String(Character.toChars(0xe0041))
    'a soft hyphen'            | '\u00ad'
  }

  def "#text is seen"() {
    expect:
    Visible.any(text)

    where:
    text << ['甲', '𠮷', '\u202e某中心\u202c', '😀', '-', '\u200b某\u200b', '\ue000']
  }
}
