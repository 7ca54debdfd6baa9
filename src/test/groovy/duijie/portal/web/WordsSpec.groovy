package duijie.portal.web

import duijie.pages.Paging
import duijie.pages.Words
import duijie.matching.AmountBand
import duijie.regions.ChinaRegions
import duijie.regions.Region
import duijie.shared.Money
import duijie.vocabulary.Term
import spock.lang.Specification

class WordsSpec extends Specification {

  def "#amount yuan is written #shown"() {
    expect:
    Words.amount(Money.of(amount)) == shown

    where:
    amount       || shown
    '0'          || '0 元'
    '9999.99'    || '9,999.99 元'
    '10000'      || '10,000 元（1 万元）'
    '1854000'    || '1,854,000 元（185.4 万元）'
    '123456789.5'|| '123,456,789.5 元（12,345.68 万元）'
  }

  def "phone numbers in free text are left out: #text"() {
    expect:
    Words.withoutContacts(text) == shown

    where:
    text                                  || shown
    '联系13812345678。'                     || '联系（电话不公开）。'
    '电话 0839-4200000，+86 138 1234 5678'  || '电话 （电话不公开），（电话不公开）'
    '热线400-123-4567'                     || '热线（电话不公开）'
    '（010）不算，金额 1854000 元'           || '（010）不算，金额 1854000 元'
    '１３９１２３４５６７８'                     || '（电话不公开）'
    '139.1234.5678、(0839)4201234'           || '（电话不公开）、（电话不公开）'
    '加wx13912345678或QQ:123456'             || '加（联系方式不公开）或（联系方式不公开）'
    '微信号：shegong_zhijia，邮箱abc@163.com' || '（联系方式不公开），邮箱（联系方式不公开）'
    '代码 53100000500019795A'              || '代码 53100000500019795A'
    '2023—2025年服务3000人次'               || '2023—2025年服务3000人次'
    null                                  || null
  }

  def "a code that no division has is told with what is known above it"() {
    given:
    def words = new Words(ChinaRegions.shipped(), null)

    expect:
    words.place(new Region.Code(code)) == shown

    where:
    code        || shown
    '510821'    || '四川省 · 广元市 · 旺苍县'
    '510821999' || '四川省 · 广元市 · 旺苍县 代码 510821999'
    '99'        || '代码 99'
  }

  def "a list's state survives its address"() {
    given:
    def query = ListQuery.ALL.withText('养老 & "助餐"+#').withRegion(new Region.Code('51')).withOpen(true).withField(new Term.Id('eldercare')).toggled('PUBLISHED').toggled(AmountBand.FROM_1M).withSize(50).withPage(3)

    expect:
    query.at('/projects') == '/projects?q=%E5%85%BB%E8%80%81%20%26%20%22%E5%8A%A9%E9%A4%90%22%2B%23&region=51&only=open&field=eldercare&state=PUBLISHED&band=FROM_1M&page=3&size=50'
    ListQuery.ALL.at('/projects') == '/projects'

    and: 'every other choice starts from the first page'
    query.toggled('CLOSED').page() == 1
    query.toggled('PUBLISHED').states() == [] as Set
  }

  def "page #page of #total records is shown as #from to #to of #pages pages"() {
    when:
    def paging = Paging.of(total, page, 20, { "/p$it".toString() })

    then:
    [paging.from(), paging.to(), paging.pages(), paging.beyond(), paging.previous(), paging.next()] == [from, to, pages, beyond, previous, next]
    paging.links()*.number() == numbers

    where:
    total | page   || from | to  | pages | beyond | previous | next  | numbers
    0     | 1      || 0    | 0   | 1     | false  | null     | null  | [1]
    1     | 1      || 1    | 1   | 1     | false  | null     | null  | [1]
    20    | 1      || 1    | 20  | 1     | false  | null     | null  | [1]
    21    | 1      || 1    | 20  | 2     | false  | null     | '/p2' | [1, 2]
    21    | 2      || 21   | 21  | 2     | false  | '/p1'    | null  | [1, 2]
    10000 | 250    || 4981 | 5000| 500   | false  | '/p249'  | '/p251' | [1, 249, 250, 251, 500]
    21    | 100000 || 21   | 21  | 2     | true   | '/p2'    | null  | [1, 2]
  }
}
