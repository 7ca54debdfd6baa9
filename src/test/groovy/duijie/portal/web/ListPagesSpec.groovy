package duijie.portal.web

import duijie.accounts.Role
import duijie.pages.Addresses
import duijie.projects.Project
import spock.lang.Shared
import spock.lang.Specification

class ListPagesSpec extends Specification {

  @Shared Site site = PortalServer.site(Role.OFFICER)

  def "turning pages from the first to the last shows every project once"() {
    given:
    def seen = []
    def path = '/projects'
    def pages = 0

    when:
    while (path) {
      def html = site.page(path)
      seen += Site.titles(html)
      pages++
      path = (html =~ /<a id="page-next" href="([^"]*)"/).with { it ? Site.unescaped(it[0][1] as String) : null }
    }

    then:
    def visible = PortalRecords.projects().findAll { it.state() != Project.State.DRAFT }
    pages == Math.ceil(visible.size() / 20) as int
    seen.sort() == visible*.name().sort()
  }

  def "the first page has none before it, the last none after it"() {
    given:
    def first = site.page('/projects')
    def last = site.page('/projects?page=4')

    expect:
    first.contains('<span class="off">上一页</span>')
    first.contains('rel="next"')
    last.contains('<span class="off">下一页</span>')
    last.contains('rel="prev"')
    Site.text(last).contains('本页第 61–61 个')
  }

  def "a page beyond the last one leads back to it"() {
    when:
    def answer = site.get('/projects?page=99&state=PUBLISHED')

    then:
    answer.statusCode() == 404
    Site.text(answer.body()).contains('没有第 99 页')
    Site.links(answer.body()).any { it.startsWith('/projects?state=PUBLISHED') && !it.contains('page=99') }
  }

  def "a list that has only some of the words says so"() {
    given:
    def sentence = '没有哪个项目包含全部词语，下面列出的只包含其中一部分，包含得多的排在前面。'

    expect:
    with(site.page('/projects?q=' + Addresses.encode('养老 绝对没有的词汇'))) {
      Site.total(it) > 0
      Site.text(it).contains(sentence)
    }
    !site.page('/projects?q=' + Addresses.encode('养老')).contains(sentence)
    !site.page('/projects?q=' + Addresses.encode('绝对没有的词汇')).contains(sentence)
  }

  def "nothing found is said with what to do next"() {
    when:
    def html = site.page('/projects?q=' + Addresses.encode('绝对没有的词汇'))

    then:
    Site.text(html).contains('没有找到符合条件的项目')
    Site.text(html).contains('换一个更短的词')
    html.contains('href="/projects"')

    and: 'where nothing is left to narrow, nothing is headed so'
    !html.contains('facets')
  }

  def "the number beside each choice is what a click gives, or with a plus how many more: #path"() {
    given:
    def html = site.page(path)
    def total = Site.total(html)
    def choices = (html =~ /(?s)<a id="((?:only|region|field|state|band)-[^"]*)" href="([^"]*)" rel="nofollow"[^>]*>.*?<span class="choice-count">(\+?[\d,]+)<\/span>/)
        .collect { [id: it[1], href: Site.unescaped(it[2]), count: it[3].replace(',', ''), chosen: it[0].contains('class="chosen"')] }
        .findAll { !it.chosen }

    expect:
    choices.size() > 5
    choices.findAll { Site.total(site.page(it.href)) != (it.count.startsWith('+') ? total : 0) + (it.count as int) }*.id == []

    where:
    path << ['/projects', '/projects?region=51', '/projects?area=outside', '/projects?q=' + Addresses.encode('服务'), '/agencies', '/agencies?region=5108',
        '/projects?only=open', '/projects?field=eldercare', '/projects?field=meal-service&field=minor-protection&state=PUBLISHED&state=MATCHING',
        '/projects?region=510821&field=eldercare&state=PUBLISHED&band=FROM_1M', '/agencies?field=eldercare&state=VERIFIED']
  }

  def "a narrower field takes the place of the wider one that was chosen, and the other way round"() {
    given:
    def link = { html, id -> Site.unescaped((html =~ /<a id="$id" href="([^"]*)"/)[0][1] as String) }

    expect:
    link(site.page('/projects?field=eldercare&field=anti-drug'), 'field-meal-service') == '/projects?field=anti-drug&field=meal-service'
    link(site.page('/projects?field=meal-service'), 'field-eldercare') == '/projects?field=eldercare'
    Site.total(site.page('/projects?field=meal-service')) < Site.total(site.page('/projects?field=eldercare'))
  }

  def "a choice among several of a facet can be taken and taken back"() {
    given:
    def two = site.page('/projects?state=PUBLISHED&state=MATCHING')

    expect:
    Site.total(two) == Site.total(site.page('/projects?state=PUBLISHED')) + Site.total(site.page('/projects?state=MATCHING'))
    two =~ /id="state-PUBLISHED" href="\/projects\?state=MATCHING" rel="nofollow" class="chosen" aria-current="true"/
    two.contains('href="/projects?state=MATCHING" rel="nofollow"><span class="visually-hidden">去掉 </span><bdi>状态：发布')
  }

  def "the region tree drills down from province to town and back up"() {
    when:
    def county = site.page('/projects?region=510821')

    then:
    county =~ /<li><a href="\/projects" rel="nofollow">全国<\/a><\/li>\s*<li><a href="\/projects\?region=51" rel="nofollow">四川省<\/a><\/li>\s*<li><a href="\/projects\?region=5108" rel="nofollow">广元市<\/a><\/li>\s*<li aria-current="true">旺苍县<\/li>/
    county.contains('href="/projects?region=510821103"')
    !county.contains('href="/projects?region=440305"')
  }

  def "inside and outside the county make up all that is known to lie anywhere"() {
    expect:
    Site.total(site.page("$list?region=510821")) + Site.total(site.page("$list?area=outside")) ==
        Site.total(site.page(list)) - unknown

    where:
    list        | unknown
    '/projects' | 1
    '/agencies' | 0
  }

  def "the address carries the whole state of a list into each of its links"() {
    given:
    def query = "q=${Addresses.encode('服务')}&region=51&field=eldercare&state=PUBLISHED&band=FROM_1M&size=50"

    when:
    def html = site.page("/projects?$query")

    then: 'what is typed anew keeps the rest'
    ['region': '51', 'field': 'eldercare', 'state': 'PUBLISHED', 'band': 'FROM_1M', 'size': '50'].every { name, value ->
      html.contains("""<input type="hidden" name="$name" value="$value">""")
    }
    html.contains('value="服务"')

    and: 'so does another choice'
    Site.links(html).any { it.contains('region=5108&') && it.contains('field=eldercare') && it.contains('band=FROM_1M') && it.contains('size=50') } ||
        Site.total(html) == 0
    html.contains("href=\"/matchmaking.xlsx?q=${Addresses.encode('服务')}") || Site.total(html) == 0
  }

  def "#what is refused, saying what is wrong"() {
    when:
    def answer = site.get(path)
    def text = Site.text(answer.body())

    then:
    answer.statusCode() == 400
    sentences.every { text.contains(it) }

    where:
    what                        | path                                                   || sentences
    'a page that is no number'  | '/projects?page=two'                                   || ['参数“page”应为 1 到 100000 的整数，不能是“two”']
    'page zero'                 | '/agencies?page=0'                                     || ['参数“page”应为']
    'a page past all pages'     | '/projects?page=99999999999999999999'                  || ['参数“page”应为']
    'an odd size'               | '/projects?size=7'                                     || ['参数“size”只能是 20、50、100 之一']
    'a region that is none'     | '/projects?region=99'                                  || ['没有代码为“99”的区划']
    'a script for a region'     | '/projects?region=%3Cscript%3Ealert(1)%3C/script%3E'   || ['没有代码为“<script>alert(1)</script>”的区划']
    'an unknown field'          | '/agencies?field=cooking'                              || ['没有“cooking”这个服务领域']
    'a state that is hidden'    | '/projects?state=DRAFT'                                || ['没有“DRAFT”这个状态']
    'an unknown band'           | '/projects?band=BIG'                                   || ['没有“BIG”这个预算档次']
    'an unknown area'           | '/projects?area=mars'                                  || ['参数“area”只能是']
    'an odd limitation'         | '/projects?only=mine'                                  || ['参数“only”只能是 open']
    'open agencies'             | '/agencies?only=open'                                  || ['参数“only”只能是 open']
    'one region too many'       | '/projects?region=51&region=44'                        || ['参数“region”出现了多次']
    'a very long text'          | "/projects?q=${'a' * 201}"                             || ['搜索词太长，最多 200 个字']
    'everything at once'        | '/projects?page=x&region=99&state=no'                  || ['没有代码为“99”', '没有“no”这个状态', '不能是“x”']
    'an unknown tab'            | '/projects/P-001?show=all'                             || ['参数“show”只能是']
    'an odd number of matches'  | '/projects/P-001?top=21'                               || ['参数“top”只能是']
    'a bad filter of a download'| '/matchmaking.xlsx?region=99'                          || ['没有代码为“99”的区划']
  }

  def "blank and unknown parameters do no harm"() {
    expect:
    Site.total(site.page('/projects?q=&region=&state=&page=&utm_source=x')) == Site.total(site.page('/projects'))
  }
}
