package duijie.demonstration

import duijie.shared.CreditCode
import spock.lang.Specification

class FictitiousCodeSpec extends Specification {

  def "code #number of kind #kind is well-formed, marked, and can belong to nobody"() {
    when:
    def code = FictitiousCode.of(kind, number)

    then: 'the check digit of the whole is right, or there would be no code'
    code.value().startsWith(kind + '510821DEM')
    !FictitiousCode.mayBeRegistered(code)

    where:
    [kind, number] << [['51', '52', '53', '91', '12'], [1, 2, 3, 9, 10, 11, 32, 500, 99999]].combinations()
  }

  def "a real body's code passes the check that the fictitious ones fail"() {
    expect:
    FictitiousCode.mayBeRegistered(new CreditCode('53100000500019795A'))
  }
}
