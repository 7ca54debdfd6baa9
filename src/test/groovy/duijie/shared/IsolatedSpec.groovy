package duijie.shared

import spock.lang.Specification

class IsolatedSpec extends Specification {

  def "#what is held apart where it would turn its neighbours, and stays as it is"() {
    expect:
    Isolated.name(name) == isolated

    where:
    what                         | name               || isolated
    'an ordinary name'           | '某社工中心 A+ 😀'       || '某社工中心 A+ 😀'
    'a name that is turned'      | '某\u202Egnp'       || '\u2068某\u202Egnp\u2069'
    'a name written leftwards'   | 'שלום'             || '\u2068שלום\u2069'
    'one that closes too often'  | '\u2069\u202E某'     || '\u2068\u2068\u2069\u202E某\u2069'
    'one that leaves it open'    | '\u2067某'           || '\u2068\u2067某\u2069\u2069'
  }
}
