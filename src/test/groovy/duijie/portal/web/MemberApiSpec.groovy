package duijie.portal.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.audit.AuditEntries
import duijie.messages.Messages
import duijie.messages.News
import duijie.messages.To
import duijie.portal.SavedSearches
import duijie.portal.SavingSearches
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

/** What programs do for the one person for whom they act. */
class MemberApiSpec extends Specification {

  static final String NAUGHTY = '<script>alert(1)</script> =1+1 \u202E翻转 𠮷 １２３ 👩‍👧'
  static final String SHORT = '<b>𠮷</b> =1+1 \u202E翻转 １２ 👩‍👧'
  static final String NONE = '00000000-0000-0000-0000-000000000001'
  static int number = 0

  @Shared context = PortalServer.running().applicationContext
  @Shared Accounts accounts = context.getBean(Accounts)
  @Shared Messages messages = context.getBean(Messages)
  @Shared Program anybody = Program.anybody()

  String name = "api-member-${++number}"
  Program program = somebody(name)

  def "a program reads what its person was told, the newest first, and nobody else's"() {
    given:
    (1..5).each { tell(name, "第${it}条", it % 2 ? News.Kind.QUESTION : News.Kind.REVIEW) }
    tell(name, NAUGHTY, News.Kind.ACCOUNT)
    def stranger = somebody("another-$name")

    when:
    def all = Program.json(program.get('/api/v1/messages'))
    def id = all.items[0].id

    then:
    all.unread == 6
    all.items*.subject == [NAUGHTY, '第5条', '第4条', '第3条', '第2条', '第1条']
    all.next == null
    all.items[0].page == '/account/password'
    Program.json(program.get('/api/v1/messages?kind=REVIEW')).items*.subject == ['第4条', '第2条']
    Program.json(program.get("/api/v1/messages/$id")).readAt == null

    when: 'parts are asked for one after the other, and messages are read and come meanwhile'
    def first = program.get('/api/v1/messages?limit=2')
    tell(name, '后来的', News.Kind.QUESTION)
    Program.json(first).items.each { assert Program.json(program.post("/api/v1/messages/$it.id/read", null)).readAt }
    def second = program.get((first.headers().firstValue('Link').get() =~ /<([^>]+)>/)[0][1] as String)
    def third = program.get("/api/v1/messages?limit=2&cursor=${Program.json(second).next}")

    then: 'none is told twice, and none is missing'
    [second, third].collect { Program.json(it).items*.subject } == [['第4条', '第3条'], ['第2条', '第1条']]
    Program.json(third).next == null
    Program.json(program.get('/api/v1/messages?unread=true')).items*.subject == ['后来的', '第4条', '第3条', '第2条', '第1条']

    when: 'read twice it stays as it was'
    def read = Program.json(program.get("/api/v1/messages/$id")).readAt

    then:
    Program.json(program.post("/api/v1/messages/$id/read", null)).readAt == read
    (1..2).collect { Program.json(program.post('/api/v1/messages/read', null)).unread } == [0, 0]
    Program.json(program.get('/api/v1/messages?unread=true')).items == []

    and: 'of others they learn nothing'
    Program.json(stranger.get('/api/v1/messages')).items == []
    [id, NONE, 'x', '%00'].every { Program.code(stranger.get("/api/v1/messages/$it")) == 'not-found' && Program.code(stranger.post("/api/v1/messages/$it/read", null)) == 'not-found' }
    Program.code(anybody.get('/api/v1/messages')) == 'not-signed-in'
  }

  def "what is wrong with the parameters is told at once, each with its name"() {
    expect:
    Program.json(program.get('/api/v1/messages?kind=x&unread=maybe&limit=0&cursor=x')).errors*.pointer == ['?kind', '?unread', '?limit', '?cursor']
    Program.json(anybody.get('/api/v1/projects?region=99&field=x&limit=0')).errors*.pointer == ['?region', '?field', '?limit']
    Program.json(anybody.get('/api/v1/notices')).errors*.pointer == ['?project']
    Program.json(anybody.get('/api/v1/notices?project=a&project=b')).errors*.pointer == ['?project']
  }

  def "a project is followed once however often it is asked for, whatever its id"() {
    expect:
    (1..2).collect { program.put('/api/v1/followings/P-001%2F2', null).statusCode() } == [200, 200]
    Program.json(program.put('/api/v1/followings/%E9%A1%B9%E7%9B%AE%20%E4%BA%8C%2F100%25%3Fa%3Db%23c%26d%2Be', null)).project == '项目 二/100%?a=b#c&d+e'
    Program.json(program.get('/api/v1/followings')).items*.project == ['项目 二/100%?a=b#c&d+e', 'P-001/2']
    Program.json(somebody("another-$name").get('/api/v1/followings')).items == []
    (1..2).collect { program.delete('/api/v1/followings/P-001%2F2').statusCode() } == [204, 204]
    Program.json(program.get('/api/v1/followings')).items*.project == ['项目 二/100%?a=b#c&d+e']

    and: 'a draft is not there, like one that was never written'
    ['%E8%8D%89%E7%A8%BF', 'nothing', '%00'].every { Program.code(program.put("/api/v1/followings/$it", null)) == 'not-found' && Program.code(program.delete("/api/v1/followings/$it")) == 'not-found' }
  }

  def "a search is saved once, renamed and deleted by its person alone"() {
    given:
    def threads = Executors.newFixedThreadPool(4)
    def stranger = somebody("another-$name")

    when:
    def saved = (1..4).collect { threads.submit({ program.post('/api/v1/searches', [query: 'only=open&region=51&page=3', name: SHORT]) } as Callable) }*.get()
    def path = saved[0].headers().firstValue('Location').get()

    then:
    saved*.statusCode().unique() == [201]
    Program.json(program.get('/api/v1/searches')).items*.query == ['region=51&only=open']
    Program.json(program.get(path)).name == SHORT
    Program.json(program.get(path)).words == ['区划：四川省', '正在找机构']
    Program.json(program.get(path)).page == '/projects?region=51&only=open'

    and: 'without a name it is called what it asks for'
    Program.json(program.post('/api/v1/searches', [query: 'only=open'])).name == '正在找机构'

    and: 'everything that is wrong is told at once'
    Program.json(program.post('/api/v1/searches', [query: 'region=99&field=nothing', more: 1])).errors*.pointer == ['/more', '/query', '/query']
    Program.json(program.post('/api/v1/searches', [query: 'q=%zz'])).errors*.pointer == ['/query']
    Program.json(program.post('/api/v1/searches', [query: '', name: '长' * 41])).errors*.pointer == ['/query', '/name']
    Program.json(program.post('/api/v1/searches', [query: 'region=51&only=open', name: '别名'])).errors*.pointer == ['/name']
    Program.json(program.put(path, [name: ' '])).errors*.pointer == ['/name']

    when:
    def renamed = program.put(path, [name: '四川的'])

    then:
    Program.json(renamed).name == '四川的'
    [path, "/api/v1/searches/$NONE", '/api/v1/searches/x'].every { Program.code(stranger.get(it)) == 'not-found' && Program.code(stranger.put(it, [name: '我的'])) == 'not-found' && Program.code(stranger.delete(it)) == 'not-found' }

    when:
    def gone = program.delete(path)

    then:
    gone.statusCode() == 204
    Program.code(program.delete(path)) == 'not-found'
    Program.json(program.get('/api/v1/searches')).items*.name == ['正在找机构']
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(name, null, null, 'saved-search', path.split('/').last(), null, null), null, 50)*.entry()*.deed() == ['DELETE_SEARCH', 'RENAME_SEARCH', 'SAVE_SEARCH']

    cleanup:
    threads.shutdownNow()
  }

  def "there is an end to how many searches are saved"() {
    given:
    def owner = accounts.named(name).get()
    (1..SavingSearches.MOST).each { context.getBean(SavedSearches).add(new duijie.portal.SavedSearch(new duijie.portal.SavedSearch.Id(UUID.randomUUID()), owner.id(), "第$it", "q=$it")) }

    expect:
    Program.code(program.post('/api/v1/searches', [query: 'only=open'])) == 'not-now'
  }

  private static Program somebody(String name) {
    PortalServer.site(Role.ORGANIZER, name, People.bureau())
    Program.of(name)
  }

  private void tell(String to, String subject, News.Kind kind) {
    messages.tell(new To.Person(accounts.named(to).get().id()), new News(kind, UUID.randomUUID().toString(), subject, '写在里面的', '/account/password'), false, Instant.parse('2026-11-24T02:00:00Z'))
  }
}
