package duijie.sheets

import spock.lang.Specification
import spock.lang.Timeout

/** What blocks of merged cells give to the rows they cover. */
class MergesSpec extends Specification {

  def "each row of a block has the value of its top cell, and rows around it have not"() {
    given:
    def merges = new Merges([new Merge(2, 3, 1, 1), new Merge(3, 4, 0, 2)])

    expect:
    filled(merges, row(1, 1, '甲')) == [1: '甲']
    filled(merges, row(2, 1, '乙')) == [1: '乙']
    filled(merges, row(3, 0, '丙')) == [0: '丙', 1: '乙']
    filled(merges, row(4, 1, '丁')) == [0: '丙', 1: '丁']
    filled(merges, row(5, 1, '戊')) == [1: '戊']
    merges.begunAt(3)*.address() == ['A3:C4']
  }

  def "a block that begins within another one of its column is none"() {
    given:
    def merges = new Merges([new Merge(2, 5, 1, 1), new Merge(3, 4, 1, 1)])

    expect:
    [row(2, 1, '甲'), row(3, 1, '乙'), row(4, 0, '丙'), row(5, 0, '丁')].collect { filled(merges, it)[1] } == ['甲', '乙', '甲', '甲']
    merges.begunAt(3) == []
  }

  @Timeout(10)
  def "ten thousand blocks over each other cost a hundred thousand rows no time"() {
    given:
    def merges = new Merges((1..10_000).collect { new Merge(it, 100_000, 5, 5) })

    when:
    def last = (1..100_000).collect { filled(merges, row(it, 5, '四川')) }.last()

    then:
    last == [5: '四川']
  }

  private static SheetRow row(int number, int column, String text) {
    new SheetRow(number, [new Cell(column, new Content.Text(text), false)])
  }

  private static Map<Integer, String> filled(Merges merges, SheetRow row) {
    merges.fill(row).cells().collectEntries { [it.column(), it.content().shown()] }.sort()
  }
}
