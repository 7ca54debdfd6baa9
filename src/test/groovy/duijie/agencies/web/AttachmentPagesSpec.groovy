package duijie.agencies.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Section
import duijie.audit.Actor
import duijie.audit.AuditEntries
import duijie.files.Scans
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import spock.lang.Shared
import spock.lang.Specification

class AttachmentPagesSpec extends Specification {

  static final String PATH = '/agency/profile/sections/attachments'
  static final String UPLOAD = '/agency/profile/attachments'

  @Shared Site officer = PortalServer.site(Role.OFFICER, 'attachments-officer', People.bureau())
  @Shared AuditEntries trail = PortalServer.running().applicationContext.getBean(AuditEntries)
  static int number = 860

  def "an agency hands in its certificate, the bureau opens it, and nobody else does"() {
    given:
    def agency = registered()

    when:
    def sent = upload(agency, [kind: 'REGISTRATION', number: '川民证字第9号 <b>𠮷</b>', 'valid-until': '2028年12月31日'], '登记证书.pdf', Scans.PDF)
    def page = agency.page(PATH)

    then:
    sent.statusCode() == 303
    Site.unescaped(page).contains('川民证字第9号 <b>𠮷</b>')
    Site.text(page).contains('有效期至 2028-12-31')
    Site.text(page).contains('有效')
    newest('ADD_CREDENTIAL').organisation() == own(agency).value()

    when: 'it is submitted, and the bureau looks'
    submit(agency)
    def review = officer.page("/reviews/agencies/${own(agency).value()}")
    def link = (review =~ /href="(\/reviews\/credentials\/[^"]+\/file)"/)[0][1] as String
    def file = officer.bytes(link)

    then:
    file.statusCode() == 200
    file.body() == Scans.PDF
    file.headers().firstValue('Content-Type').get() == 'application/pdf'
    file.headers().firstValue('Content-Disposition').get().startsWith('attachment;')
    file.headers().firstValue('X-Content-Type-Options').get() == 'nosniff'

    and: 'others do not even learn that it is there'
    def theirs = link.replace('/reviews/credentials', UPLOAD)
    agency.get(theirs).statusCode() == 200
    registered().get(theirs).statusCode() == 404
    PortalServer.site().get(link).headers().firstValue('Location').get().startsWith('/sign-in')

    and: 'while it is reviewed nothing is added or taken away'
    !agency.page(PATH).contains('enctype="multipart/form-data"')
    agency.post(theirs.replace('/file', '/removal'), [_form: Site.token(agency.page('/account/password'))]).statusCode() == 422
  }

  def "all that is wrong is told at once, and what was typed stays"() {
    given:
    def agency = registered()

    when:
    def answer = upload(agency, [kind: '', number: '长' * 61, 'valid-until': '后年'], '证书.pdf', '<script>alert(1)</script>'.bytes)
    def html = answer.body()

    then:
    answer.statusCode() == 422
    (html =~ /<li><a href="#([a-z-]+)">/).collect { it[1] } == ['kind', 'number', 'valid-until', 'file']
    html.contains('value="后年"')
    Site.text(agency.page(PATH)).contains('还没有上传')
  }

  def "a form that is sent twice hands in one, and without a file none"() {
    given:
    def agency = registered()
    def form = agency.page(PATH)
    def fields = [_form: Site.token(form), fresh: fresh(form), kind: 'OTHER', number: '', 'valid-until': '']

    when:
    def answers = (1..2).collect { agency.upload(UPLOAD, fields, '证明.png', Scans.image('png')).statusCode() }
    def none = agency.upload(UPLOAD, fields + [fresh: UUID.randomUUID().toString()], '', new byte[0])

    then:
    answers == [303, 303]
    none.statusCode() == 422
    Site.text(none.body()).contains('请选择要上传的文件')
    agency.page(PATH).count('<bdi class="fact-text">证明.png</bdi>') == 1
  }

  def "what a form of another site sends is not taken"() {
    given:
    def agency = registered()

    when:
    def answer = agency.upload(UPLOAD, [_form: 'made up', fresh: UUID.randomUUID().toString(), kind: 'OTHER', number: '', 'valid-until': ''], '证明.png', Scans.image('png'))

    then:
    answer.statusCode() == 422
    Site.text(agency.page(PATH)).contains('还没有上传')
  }

  def "the bureau revokes one with a reason, which the agency reads"() {
    given:
    def agency = registered()
    upload(agency, [kind: 'GRADE', number: '', 'valid-until': ''], '等级证书.jpg', Scans.image('jpg'))
    submit(agency)
    def review = officer.page("/reviews/agencies/${own(agency).value()}")
    def path = (review =~ /href="(\/reviews\/credentials\/[^"]+\/revocation)"/)[0][1] as String

    when:
    def silent = officer.submit(path, [reason: ' '])
    def unseen = officer.submit(path, [reason: '\u200b'])
    def revoked = officer.submit(path, [reason: '与发证机关<i>核对</i>不符'])
    def again = officer.submit(path, [reason: '与发证机关<i>核对</i>不符'])
    def other = officer.submit(path, [reason: '另一个原因'])

    then:
    [silent, unseen, other]*.statusCode() == [422, 422, 422]
    Site.text(other.body()).contains('已由')
    Site.unescaped(other.body()).contains('另一个原因</textarea>')
    again.statusCode() == 303
    revoked.statusCode() == 303
    Site.unescaped(agency.page(PATH)).contains('与发证机关<i>核对</i>不符')
    Site.text(agency.page(PATH)).contains('撤销')
    Site.text(agency.page('/messages')).contains('“评估等级证书”已被撤销')
    newest('REVOKE_CREDENTIAL').signInName() == 'attachments-officer'
  }

  def "an upload that comes after the sign-in ran out leads back to the form, and promises nothing"() {
    given:
    def agency = registered()
    agency.cookies.remove('__Host-duijie')

    when:
    def answer = agency.upload(UPLOAD, [_form: Site.token(agency.get('/sign-in').body()), kind: 'OTHER', number: '', 'valid-until': ''], '证明.png', Scans.image('png'))

    then:
    answer.statusCode() == 303
    answer.headers().firstValue('Location').get() == '/sign-in?back=%2Fagency%2Fprofile%2Fattachments'
  }

  def "what was handed in is taken away again, and the section is complete when it is said to be"() {
    given:
    def agency = registered()
    upload(agency, [kind: 'OTHER', number: '', 'valid-until': ''], '证明.png', Scans.image('png'))
    def removal = (agency.page(PATH) =~ /action="(\/agency\/profile\/attachments\/[^"]+\/removal)"/)[0][1] as String

    when:
    def removed = agency.post(removal, [_form: Site.token(agency.page(PATH))])

    then:
    removed.statusCode() == 303
    Site.text(agency.page(PATH)).contains('还没有上传')
    Site.text(agency.page('/agency/profile')) =~ /附件\s*进行中/

    when:
    def done = agency.post(PATH, [_form: Site.token(agency.page(PATH)), version: '0'])

    then:
    done.statusCode() == 303
    Site.text(agency.page('/agency/profile')) =~ /附件\s*已完成/
  }

  private static upload(Site site, Map<String, String> fields, String name, byte[] content) {
    def form = site.page(PATH)
    site.upload(UPLOAD, [_form: Site.token(form), fresh: fresh(form)] + fields, name, content)
  }

  private static String fresh(String html) {
    (html =~ /name="fresh" value="([^"]+)"/)[0][1] as String
  }

  private static Site registered() {
    def code = Registering.code(++number)
    def name = "fujian$number".toString()
    def answer = new Site(PortalServer.site().base, '127.0.0.86').submit('/register', [key: UUID.randomUUID(), code: code, name: "附件${number}社工中心".toString(), reach: '0839-4200000', 'sign-in-name': name,
        'display-name': '办事员', password: Registering.PASSWORD, repeated: Registering.PASSWORD])
    assert answer.statusCode() == 303
    new Site(PortalServer.site().base, '127.0.0.86').signedIn(name, Registering.PASSWORD)
  }

  private static Agency.Id own(Site site) {
    def context = PortalServer.running().applicationContext
    new Agency.Id(context.getBean(Accounts).named(site.name).get().organisation().id().value())
  }

  private static void submit(Site site) {
    Profiles.complete(Registering.code(number)).each { section, typed ->
      def path = "/agency/profile/sections/${section.name().toLowerCase()}".toString()
      def html = site.page(path)
      def version = (html =~ /name="version" value="(\d+)"/)[0][1] as String
      assert site.post(path, typed.collectEntries { column, values -> [Fields.id(column), values] } + [version: version, _form: Site.token(html)]).statusCode() == 303
    }
    assert site.submit('/agency/profile/check', [true: 'yes']).statusCode() == 303
  }

  private Actor newest(String deed) {
    trail.newest(new AuditEntries.Filter(null, deed, null, null, null, null, null), null, 1)[0].entry().by().who()
  }
}
