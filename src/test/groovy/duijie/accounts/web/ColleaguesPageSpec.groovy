package duijie.accounts.web

import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.audit.AuditEntries
import duijie.demonstration.DemonstrationPeople
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import spock.lang.Shared
import spock.lang.Specification

class ColleaguesPageSpec extends Specification {

  static final AGENCY = People.agency(id: 'colleagues-agency', name: '某社工服务中心')

  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  @Shared AuditEntries entries = PortalServer.running().applicationContext.getBean(AuditEntries)
  @Shared Site site = PortalServer.site(Role.AGENCY_ADMINISTRATOR, 'tongshi-guan', AGENCY)
  @Shared Site colleague = PortalServer.site(Role.AGENCY, 'tongshi-yi', AGENCY)
  @Shared Account stranger

  def setupSpec() {
    PortalServer.site(Role.AGENCY, 'tongshi-wai', People.agency(id: 'colleagues-rival', name: '别的中心'))
    stranger = accounts.named('tongshi-wai').get()
  }

  def "an agency's administrator adds a colleague, who signs in with what they are given and is of that agency alone"() {
    when:
    def answer = site.submit('/colleagues', [name: 'Tongshi-San', display: '同事三', roles: 'SECURITY_ADMINISTRATOR', organisation: 'bureau'])
    def added = accounts.named('tongshi-san').get()

    then:
    answer.statusCode() == 200
    added.organisation().id() == AGENCY.id()
    added.roles() == [Role.AGENCY] as Set
    PortalServer.site().signedIn('tongshi-san', given(answer))
    newest('ADD_ACCOUNT').by().who().signInName() == 'tongshi-guan'
    Site.text(site.page('/colleagues')).contains('同事三')
    !Site.text(site.page('/colleagues')).contains('tongshi-wai')
  }

  def "whoever forgot their password gets another from their own agency's administrator"() {
    given:
    def account = somebody('tongshi-wang')
    def visitor = PortalServer.site().signedIn('tongshi-wang')

    when:
    def answer = site.submit('/colleagues', [:], "/colleagues/${account.id()}/password")

    then:
    visitor.get('/account/password').statusCode() == 303
    PortalServer.site().signedIn('tongshi-wang', given(answer))
  }

  def "a colleague is shut out at once, and may come back"() {
    given:
    def account = somebody('tongshi-ting')
    def visitor = PortalServer.site().signedIn('tongshi-ting')

    when:
    site.submit('/colleagues', [state: 'DISABLED'], "/colleagues/${account.id()}/state")

    then:
    visitor.get('/account/password').statusCode() == 303
    accounts.named('tongshi-ting').get().state() == Account.State.DISABLED

    when:
    site.submit('/colleagues', [state: 'ACTIVE'], "/colleagues/${account.id()}/state")

    then:
    PortalServer.site().signedIn('tongshi-ting')
  }

  def "another agency's people are not there, and oneself is not shut by mistake"() {
    given:
    def own = accounts.named('tongshi-guan').get()

    expect:
    [stranger.id(), UUID.randomUUID(), own.id()].every { id ->
      site.submit('/colleagues', [:], "/colleagues/$id/password").statusCode() == 404 &&
          site.submit('/colleagues', [state: 'DISABLED'], "/colleagues/$id/state").statusCode() == 404
    }
    accounts.named('tongshi-wai').get().state() == Account.State.ACTIVE
    accounts.named('tongshi-guan').get().state() == Account.State.ACTIVE
  }

  def "whoever is of an agency and minds no accounts does not come there"() {
    given:
    def token = Site.token(colleague.page('/account/password'))

    expect:
    colleague.get('/colleagues').statusCode() == 403
    colleague.post('/colleagues', [_form: token, name: 'x-y', display: '某人']).statusCode() == 403
    !colleague.page('/').contains('本机构账号')
    site.page('/').contains('本机构账号')
  }

  def "what is wrong is told beside what was typed"() {
    when:
    def answer = site.submit('/colleagues', [name: 'tongshi-wai', display: '<script>alert(1)</script>'])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains('已经有人用了')
    Site.unescaped(answer.body()).contains('value="<script>alert(1)</script>"')
    !answer.body().contains('<script>alert')
  }

  def "no agency has accounts without end"() {
    given:
    def large = People.agency(id: 'colleagues-large', name: '很大的中心')
    def site = PortalServer.site(Role.AGENCY_ADMINISTRATOR, 'tongshi-da', large)
    (1..48).each { accounts.add(People.account(name: "tongshi-da-$it", roles: [Role.AGENCY], organisation: large)) }

    expect:
    site.submit('/colleagues', [name: 'tongshi-da-49', display: '第五十个']).statusCode() == 200
    site.submit('/colleagues', [name: 'tongshi-da-50', display: '第五十一个']).statusCode() == 422
    accounts.named('tongshi-da-50').isEmpty()
  }

  private Account somebody(String name) {
    PortalServer.site(Role.AGENCY, name, AGENCY)
    accounts.named(name).get()
  }

  private static String given(answer) {
    ((answer.body() =~ /<code class="given">([^<]+)</)[0] as List)[1]
  }

  private newest(String deed) {
    entries.newest(new AuditEntries.Filter(null, deed, null, null, null, null, null), null, 1).first().entry()
  }
}
