package duijie.portal.web

import duijie.Alongside
import duijie.LongRuns
import duijie.accounts.Access
import duijie.accounts.Accounts
import duijie.accounts.Deed
import duijie.accounts.Organisation
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Credential
import duijie.agencies.Credentials
import duijie.agencies.Registering
import duijie.agencies.Registration
import duijie.audit.Caller
import duijie.demonstration.DemonstrationPeople
import duijie.files.FileKind
import duijie.files.KeptFiles
import duijie.files.Scans
import duijie.imports.Import
import duijie.imports.Imports
import duijie.pages.ForAnybody
import duijie.pages.ForMembers
import duijie.pages.May
import duijie.pages.OwnOrganisation
import duijie.pages.OwnerOf
import duijie.projects.Column
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.projects.Publication
import duijie.projects.Publications
import duijie.projects.Question
import duijie.projects.Questions
import duijie.shared.CreditCode
import duijie.sessions.Examples as Sessions
import duijie.sessions.Guests
import duijie.sessions.Session
import duijie.sheets.Examples
import io.micronaut.http.HttpMethod
import io.micronaut.web.router.Router
import io.micronaut.web.router.UriRouteInfo
import java.time.Instant
import spock.lang.Shared
import spock.lang.Specification

/** Every route × everybody × own and other records: nothing is open that the table of access does not open. */
@Alongside('long specs')
class RoleMatrixSpec extends Specification {

  /** A project that the bureau of this spec is writing, and one of another. */
  static final Map<String, UUID> DRAFTS = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** A workbook that the bureau of this spec uploaded, and one of another. */
  static final Map<String, UUID> IMPORTS = [own: UUID.randomUUID(), other: UUID.randomUUID()]
  /** Notices and questions about a project of the bureau of this spec, and of another. */
  static final Map<String, UUID> NOTICES = [own: UUID.randomUUID(), other: UUID.randomUUID()]
  static final Map<String, UUID> QUESTIONS = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** A session of the bureau of this spec, to which its agency is asked, and one of others. */
  static final Map<String, UUID> SESSIONS = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** A workbook with sheets of either session. */
  static final Map<String, UUID> SHEETS = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** The same of projects. */
  static final Map<String, UUID> LISTS = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** Somebody of the agency of this spec, and somebody of another. */
  static final Map<String, UUID> COLLEAGUES = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** Certificates of the agency of this spec, and of another. */
  static final Map<String, UUID> CREDENTIALS = [own: UUID.randomUUID(), other: UUID.randomUUID()]

  /** For each address with a name in it: an own record and another's, by whose they are. */
  static final Map<String, Map<String, String>> RECORDS = [
      '/reviews/agencies/{+id}': [own: '/reviews/agencies/A-5', other: '/reviews/agencies/A-6'],
      '/reviews/standing/{+id}': [own: '/reviews/standing/A-5', other: '/reviews/standing/A-6'],
      '/reviews/claims/{id}': [other: '/reviews/claims/' + claim(900)],
      '/agency/profile': [own: '/agency/profile'],
      '/agency/profile/check': [own: '/agency/profile/check'],
      '/agency/profile/sections/attachments': [own: '/agency/profile/sections/attachments'],
      '/agency/profile/attachments': [own: '/agency/profile/attachments'],
      '/agency/profile/attachments/{id}/file': CREDENTIALS.collectEntries { whose, id -> [whose, "/agency/profile/attachments/$id/file".toString()] },
      '/agency/profile/attachments/{id}/removal': CREDENTIALS.collectEntries { whose, id -> [whose, "/agency/profile/attachments/$id/removal".toString()] },
      '/reviews/credentials/{id}/file': [other: "/reviews/credentials/$CREDENTIALS.own/file".toString()],
      '/reviews/credentials/{id}/revocation': [other: "/reviews/credentials/$CREDENTIALS.own/revocation".toString()],
      '/agency/profile/submitted': [own: '/agency/profile/submitted'],
      '/agency/profile/sections/{section}': [own: '/agency/profile/sections/basic'],
      '/agency/profile/sections/{section}/autosave': [own: '/agency/profile/sections/basic/autosave'],
      '/projects/{+id}': [own: '/projects/P-001', other: '/projects/P-001'],
      '/agencies/{+id}': [own: Links.agency(PortalRecords.agencies()[5].id()), other: Links.agency(PortalRecords.agencies()[6].id())],
      '/drafts/{id}': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id".toString()] },
      '/drafts/{id}/autosave': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/autosave".toString()] },
      '/drafts/{id}/publish': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/publish".toString()] },
      '/drafts/{id}/return': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/return".toString()] },
      '/drafts/{id}/cancel': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/cancel".toString()] },
      '/messages/{id}': [other: '/messages/00000000-0000-0000-0000-000000000001'],
      '/agencies/imports/{id}': IMPORTS.collectEntries { whose, id -> [whose, "/agencies/imports/$id".toString()] },
      '/agencies/imports/{id}/marked': IMPORTS.collectEntries { whose, id -> [whose, "/agencies/imports/$id/marked".toString()] },
      '/agencies/imports/{id}/confirm': IMPORTS.collectEntries { whose, id -> [whose, "/agencies/imports/$id/confirm".toString()] },
      '/agencies/imports/{id}/cancel': IMPORTS.collectEntries { whose, id -> [whose, "/agencies/imports/$id/cancel".toString()] },
      '/api/v1/projects/{+id}': [own: '/api/v1/projects/P-001'],
      '/api/v1/agencies/{+id}': [own: "/api/v1/agencies/${PortalRecords.agencies()[5].id().value()}".toString()],
      '/api/v1/project-matches': [own: '/api/v1/project-matches?project=P-001'],
      '/api/v1/agency-matches': [own: asked(5), other: asked(6)],
      '/api/v1/agency/profile': [own: '/api/v1/agency/profile'],
      '/api/v1/agency/profile/submission': [own: '/api/v1/agency/profile/submission'],
      '/api/v1/agency/profile/sections/{section}': [own: '/api/v1/agency/profile/sections/basic'],
      '/api/v1/drafts/{id}': DRAFTS.collectEntries { whose, id -> [whose, "/api/v1/drafts/$id".toString()] },
      '/api/v1/drafts/{id}/submission': DRAFTS.collectEntries { whose, id -> [whose, "/api/v1/drafts/$id/submission".toString()] },
      '/api/v1/drafts/{id}/publication': DRAFTS.collectEntries { whose, id -> [whose, "/api/v1/drafts/$id/publication".toString()] },
      '/api/v1/drafts/{id}/return': DRAFTS.collectEntries { whose, id -> [whose, "/api/v1/drafts/$id/return".toString()] },
      '/api/v1/drafts/{id}/cancellation': DRAFTS.collectEntries { whose, id -> [whose, "/api/v1/drafts/$id/cancellation".toString()] },
      '/api/v1/reviews/submissions/{number}': [other: '/api/v1/reviews/submissions/R-none'],
      '/api/v1/reviews/submissions/{number}/decision': [other: '/api/v1/reviews/submissions/R-none/decision'],
      '/api/v1/reviews/claims/{id}/decision': [other: '/api/v1/reviews/claims/' + claim(901) + '/decision'],
      '/account/tokens/{id}/revoke': [other: '/account/tokens/00000000-0000-0000-0000-000000000001/revoke'],
      '/drafts/imports/{id}': LISTS.collectEntries { whose, id -> [whose, "/drafts/imports/$id".toString()] },
      '/drafts/imports/{id}/marked': LISTS.collectEntries { whose, id -> [whose, "/drafts/imports/$id/marked".toString()] },
      '/drafts/imports/{id}/confirm': LISTS.collectEntries { whose, id -> [whose, "/drafts/imports/$id/confirm".toString()] },
      '/drafts/imports/{id}/cancel': LISTS.collectEntries { whose, id -> [whose, "/drafts/imports/$id/cancel".toString()] },
      '/drafts/{id}/amend': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/amend".toString()] },
      '/drafts/{id}/call': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/call".toString()] },
      '/drafts/{id}/terminate': DRAFTS.collectEntries { whose, id -> [whose, "/drafts/$id/terminate".toString()] },
      '/notices/{id}': NOTICES.collectEntries { whose, id -> [whose, "/notices/$id".toString()] },
      '/questions/{id}': QUESTIONS.collectEntries { whose, id -> [whose, "/questions/$id".toString()] },
      '/questions/{id}/answer': QUESTIONS.collectEntries { whose, id -> [whose, "/questions/$id/answer".toString()] },
      '/api/v1/notices/{id}': NOTICES.collectEntries { whose, id -> [whose, "/api/v1/notices/$id".toString()] },
      '/api/v1/questions/{id}/answer': QUESTIONS.collectEntries { whose, id -> [whose, "/api/v1/questions/$id/answer".toString()] },
      '/colleagues/{id}/password': COLLEAGUES.collectEntries { whose, id -> [whose, "/colleagues/$id/password".toString()] },
      '/colleagues/{id}/state': COLLEAGUES.collectEntries { whose, id -> [whose, "/colleagues/$id/state".toString()] },
      '/searches/{id}': [other: '/searches/00000000-0000-0000-0000-000000000001'],
      '/accounts/{id}/password': [other: '/accounts/00000000-0000-0000-0000-000000000001/password'],
      '/colleagues/{id}/second-factor': COLLEAGUES.collectEntries { whose, id -> [whose, "/colleagues/$id/second-factor".toString()] },
      '/accounts/{id}/second-factor': [other: '/accounts/00000000-0000-0000-0000-000000000001/second-factor'],
      '/accounts/{id}/state': [other: '/accounts/00000000-0000-0000-0000-000000000001/state'],
      '/api/v1/messages/{id}': [other: '/api/v1/messages/00000000-0000-0000-0000-000000000001'],
      '/api/v1/messages/{id}/read': [other: '/api/v1/messages/00000000-0000-0000-0000-000000000001/read'],
      '/api/v1/followings/{+id}': [own: '/api/v1/followings/P-001%2F2'],
      '/api/v1/searches/{id}': [other: '/api/v1/searches/00000000-0000-0000-0000-000000000001'],
      '/api/v1/interests/{+id}': [own: '/api/v1/interests/P-001'],
      '/api/v1/project-interests': [own: '/api/v1/project-interests?project=MATRIX-own', other: '/api/v1/project-interests?project=MATRIX-other'],
      '/api/v1/invitations': [own: '/api/v1/invitations?project=MATRIX-own', other: '/api/v1/invitations?project=MATRIX-other'],
      '/api/v1/agency/profile/attachments/{id}': CREDENTIALS.collectEntries { whose, id -> [whose, "/api/v1/agency/profile/attachments/$id".toString()] },
      '/api/v1/agency/profile/attachments/{id}/file': CREDENTIALS.collectEntries { whose, id -> [whose, "/api/v1/agency/profile/attachments/$id/file".toString()] },
      '/check-in/{id}': [other: '/check-in/00000000-0000-0000-0000-000000000001'],
      '/check-in/{id}/{code}': [other: '/check-in/00000000-0000-0000-0000-000000000001/ABCDEFGH'],
      '/api/v1/reviews/standing/{+id}': [other: '/api/v1/reviews/standing/A-6'],
      '/api/v1/reviews/credentials': [other: '/api/v1/reviews/credentials?agency=A-5'],
      '/api/v1/reviews/credentials/{id}/file': [other: "/api/v1/reviews/credentials/$CREDENTIALS.own/file".toString()],
      '/api/v1/reviews/credentials/{id}/revocation': [other: "/api/v1/reviews/credentials/$CREDENTIALS.own/revocation".toString()],
  ] + ['', '/absence', '/talks', '/outcomes', '/outcomes/talk', '/intents', '/intents/talk', '/itinerary.pdf', '/talks.ics'].collectEntries { page ->
    ["/agency/sessions/{id}$page".toString(), SESSIONS.collectEntries { whose, id -> [whose, "/agency/sessions/$id$page".toString()] }]
  } + ['', '/absence', '/talks', '/outcomes', '/outcomes/talk', '/intents', '/intents/talk', '/talks.ics'].collectEntries { page ->
    ["/buyer/sessions/{id}$page".toString(), SESSIONS.collectEntries { whose, id -> [whose, "/buyer/sessions/$id$page".toString()] }]
  } + ['', '/setup', '/steps', '/projects', '/projects/removal', '/guests', '/guests/reminders', '/guests/promotion', '/guests/answers', '/talks', '/timetable', '/workbook', '/workbook/file', '/workbook/imports', '/hall', '/arrivals', '/arrivals/kept', '/walk-ins', '/screen', '/outcomes', '/outcomes/talk', '/intents', '/intents/talk', '/follow-up', '/report', '/report.xlsx', '/report.docx', '/table-cards.pdf', '/itineraries.pdf', '/talks.ics'].collectEntries { page ->
    ["/sessions/{id}$page".toString(), SESSIONS.collectEntries { whose, id -> [whose, "/sessions/$id$page".toString()] }]
  } + ['', '/marked', '/choice', '/confirm', '/cancel'].collectEntries { page ->
    ["/sessions/{id}/workbook/imports/{upload}$page".toString(), SESSIONS.collectEntries { whose, id -> [whose, "/sessions/$id/workbook/imports/${SHEETS[whose]}$page".toString()] }]
  } + [agency: IMPORTS, draft: LISTS].collectEntries { kind, ids ->
    ['', '/rows', '/problems', '/confirmation', '/cancellation'].collectEntries { step ->
      ["/api/v1/$kind-imports/{id}$step".toString(), ids.collectEntries { whose, id -> [whose, "/api/v1/$kind-imports/$id$step".toString()] }]
    }
  }

  /** Addresses that answer a form without any field, or one of nobody's, as if its record did not exist, once somebody may come. */
  static final Set<String> MISSING_ANYWAY = ['/colleagues/{id}/state', '/check-in/{id}', '/check-in/{id}/{code}', '/sessions/{id}/outcomes/talk', '/sessions/{id}/intents/talk', '/agency/sessions/{id}/outcomes/talk', '/agency/sessions/{id}/intents/talk', '/buyer/sessions/{id}/outcomes/talk', '/buyer/sessions/{id}/intents/talk', '/sessions/{id}/table-cards.pdf', '/sessions/{id}/itineraries.pdf', '/sessions/{id}/talks.ics', '/agency/sessions/{id}/itinerary.pdf', '/agency/sessions/{id}/talks.ics', '/buyer/sessions/{id}/talks.ics', '/drafts/copy', '/api/v1/reviews/submissions/{number}', '/api/v1/reviews/submissions/{number}/decision', '/account/tokens/{id}/revoke', '/messages/{id}', '/accounts/{id}/password', '/accounts/{id}/state', '/accounts/{id}/second-factor', '/questions', '/questions/new', '/followings', '/interests', '/searches/{id}', '/api/v1/messages/{id}', '/api/v1/messages/{id}/read', '/api/v1/searches/{id}'] as Set

  @Shared List<UriRouteInfo> routes = PortalServer.running().applicationContext.getBean(Router).uriRoutes().toList()
      .findAll { it.targetMethod.declaringType.name.startsWith('duijie.') && it.targetMethod.declaringType != BrokenController && it.httpMethod != HttpMethod.OPTIONS }
      .sort { "$it.uriMatchTemplate $it.httpMethodName".toString() }

  def "every route says who may come"() {
    expect:
    routes.size() > 10
    routes.findAll { route -> [ForAnybody, ForMembers, May].count { route.annotationMetadata.hasAnnotation(it) } != 1 }*.toString() == []
  }

  def "every address with a name in it has records to try"() {
    expect:
    routes*.uriMatchTemplate*.toString().findAll { it.contains('{') && !RECORDS.containsKey(it) } == []
  }

  def "nothing is open that the table does not open"() {
    given:
    def publications = PortalServer.running().applicationContext.getBean(Publications)
    PortalServer.site(Role.OFFICER, 'matrix-officer', People.bureau())
    PortalServer.site(Role.OFFICER, 'matrix-another', People.bureau(id: 'matrix-another-bureau'))
    def accounts = PortalServer.running().applicationContext.getBean(Accounts)
    accounts.add(People.account(id: COLLEAGUES.own, name: 'matrix-colleague', roles: [Role.AGENCY], organisation: People.agency(id: PortalRecords.agencies()[5].id().value())))
    accounts.add(People.account(id: COLLEAGUES.other, name: 'matrix-stranger', roles: [Role.AGENCY], organisation: People.agency(id: PortalRecords.agencies()[6].id().value())))
    publications.add(draft('own', People.bureau().id()))
    publications.add(draft('other', new Organisation.Id('matrix-another-bureau')))
    uploaded('own', PortalServer.site(Role.OFFICER, 'matrix-officer', People.bureau()))
    uploaded('other', PortalServer.site(Role.OFFICER, 'matrix-another', People.bureau(id: 'matrix-another-bureau')))
    certified('own', 5)
    certified('other', 6)
    asked('own', People.bureau().id())
    asked('other', new Organisation.Id('matrix-another-bureau'))
    held('own', People.bureau().id(), 5)
    held('other', new Organisation.Id('matrix-another-bureau'), 6)
    def visitors = ([null] + (Role.values() as List)).collectEntries { role -> [role, visitor(role)] } as Map<Role, Site>
    def wrong = []
    int tried = 0

    when:
    routes.each { route ->
      def template = route.uriMatchTemplate.toString()
      visitors.each { role, site ->
        (RECORDS[template]?.keySet() ?: ['']).each { whose ->
          def path = RECORDS[template]?.get(whose) ?: template
          def expected = expected(route, role, whose == 'own')
          if (route.httpMethod == HttpMethod.HEAD && expected == 'open' && !LongRuns.WANTED) {
            // What is open is asked for with GET; here, where there is time.
            return
          }
          def seen = seen(site, route.httpMethod, path)
          if (expected == 'open' && template in MISSING_ANYWAY && seen == 'missing') {
            seen = 'open'
          }
          tried++
          if (seen != expected) {
            wrong << "$route.httpMethodName $path by ${role ?: 'anybody'} ($whose): $seen, not $expected".toString()
          }
        }
      }
    }
    println "role matrix: ${routes.size()} routes, ${visitors.size()} visitors, $tried requests"

    then:
    tried >= routes.count { it.httpMethod != HttpMethod.HEAD || LongRuns.WANTED } * visitors.size()
    wrong == []
  }

  /** A claim that waits. */
  private static String claim(int number) {
    def code = Registering.code(number)
    def context = PortalServer.running().applicationContext
    context.getBean(Agencies).saveAll([Examples.agency(id: new Agency.Id("claimed-in-matrix-$number".toString()), creditCode: new CreditCode(code))])
    def outcome = context.getBean(Registration).register(Registering.request(code: code, signInName: "matrix-claimant-$number".toString(), certificate: '第900号'), '192.0.2.90', Registering.STRANGER)
    (outcome as Registration.Outcome.Accepted).receipt().organisation().value()
  }

  private static void certified(String whose, int agency) {
    def context = PortalServer.running().applicationContext
    def kept = context.getBean(KeptFiles).keep(new ByteArrayInputStream(Scans.PDF), 1000) as KeptFiles.Kept.Whole
    def file = new Credential.File('登记证书.pdf', kept.fingerprint(), kept.bytes(), FileKind.PDF)
    context.getBean(Credentials).add(new Credential(new Credential.Id(CREDENTIALS[whose]), PortalRecords.agencies()[agency].id(), Credential.Kind.REGISTRATION, '',
        null, file, Instant.parse('2026-11-24T02:00:00Z'), '办事员', null, null))
  }

  /** A session that an agency is asked to. */
  private static void held(String whose, Organisation.Id owner, int agency) {
    def context = PortalServer.running().applicationContext
    def session = Sessions.session(id: SESSIONS[whose], owner: owner, state: Session.State.INVITING)
    context.getBean(duijie.sessions.Sessions).add(session)
    context.getBean(duijie.sessions.Sessions).list(session.id(), [new Project.Id("MATRIX-$whose".toString())])
    context.getBean(Guests).add([Sessions.guest(session: session.id(), agency: PortalRecords.agencies()[agency].id())])
    def kept = context.getBean(KeptFiles).keep(new ByteArrayInputStream('x'.bytes), 1000) as KeptFiles.Kept.Whole
    context.getBean(Imports).add(new Import.Id(SHEETS[whose]), Import.Kind.SESSION, owner, session.id(), new Import.File('矩阵.xlsx', kept.fingerprint(), kept.bytes()), '组织者', Caller.program('spec'))
  }

  private static void uploaded(String whose, Site officer) {
    [agencies: IMPORTS, drafts: LISTS].each { where, ids ->
      def form = "/$where/import".toString()
      def answer = officer.upload(form, [_form: Site.token(officer.page(form)), fresh: ids[whose].toString()], '矩阵.xlsx', 'x'.bytes)
      assert answer.statusCode() == 303
    }
  }

  private static Site visitor(Role role) {
    // Signing out everywhere is one of the routes: nobody else uses these accounts.
    role == null ? PortalServer.site() : PortalServer.site(role, "matrix-${role.name().toLowerCase()}",
        Role.AGENCY in People.with(role) ? People.agency(id: PortalRecords.agencies()[5].id().value()) : People.bureau())
  }

  private static Publication draft(String whose, Organisation.Id owner) {
    Examples.publication(id: new Publication.Id(DRAFTS[whose]), owner: owner, typed: [(Column.NAME): '矩阵里的项目'])
  }

  /** A published project with a question that is answered: everybody reads it. */
  private static void asked(String whose, Organisation.Id owner) {
    def context = PortalServer.running().applicationContext
    def project = Examples.project(id: new Project.Id("MATRIX-$whose"), name: '矩阵里发布的项目')
    def now = Instant.parse('2026-11-24T02:00:00Z')
    def asker = context.getBean(Accounts).named('matrix-officer').get().id()
    context.getBean(Projects).saveAll([project])
    context.getBean(Notices).add(new Notice(new Notice.Id(NOTICES[whose]), project.id(), 1, Notice.Kind.CALL, owner, null, [(Column.NAME): project.name()], [:], '', now))
    context.getBean(Questions).add(new Question(new Question.Id(QUESTIONS[whose]), project.id(), People.bureau().id(), asker, '问', now, null, 1))
    context.getBean(Questions).replace(context.getBean(Questions).find(new Question.Id(QUESTIONS[whose])).get().answered('答', now))
  }

  /** What the table says: open, shut to them, not there for them, or to sign in for. */
  private static String expected(UriRouteInfo route, Role role, boolean own) {
    def says = route.annotationMetadata
    if (says.hasAnnotation(ForAnybody)) {
      return 'open'
    }
    if (role == null) {
      return 'sign in'
    }
    if (says.hasAnnotation(ForMembers)) {
      return 'open'
    }
    def deed = says.enumValue(May, Deed).get()
    def granted = Access.TABLE.findAll { it.role() in People.with(role) && it.deed() == deed }
    if (!granted) {
      return 'shut'
    }
    def ofRecord = says.classValue(May, 'of').filter { it != OwnerOf }.isPresent()
    def ofOwn = says.classValue(May, 'of').orElse(null) == OwnOrganisation
    granted.any { it.whose() == Access.Whose.ANY || (ofRecord && (own || ofOwn)) } ? 'open' : (ofRecord ? 'missing' : 'shut')
  }

  private static String asked(int agency) {
    '/api/v1/agency-matches?agency=' + duijie.pages.Addresses.encode(PortalRecords.agencies()[agency].id().value())
  }

  private static final Map<String, Program> PROGRAMS = [:]

  /** What a program of the same account sees. */
  private static String seenByProgram(Site site, HttpMethod method, String path) {
    def program = PROGRAMS.computeIfAbsent(site.name ?: '') { it ? Program.of(it) : Program.anybody() }
    def status = program.send(method.name(), path, method.permitsRequestBody() ? '{}' : null).statusCode()
    status == 401 ? 'sign in' : status == 403 ? 'shut' : status == 404 ? 'missing' : status >= 500 ? "failed $status" : 'open'
  }

  private static String seen(Site site, HttpMethod method, String path) {
    if (path.startsWith('/api/')) {
      return seenByProgram(site, method, path)
    }
    def token = method.permitsRequestBody() ? Site.token(site.get(site.cookies.containsKey('__Host-duijie') ? '/account/password' : '/sign-in').body()) : null
    def before = new HashMap(site.cookies)
    def answer = token ? site.post(path, [_form: token]) : site.send(method.name(), path)
    def status = answer.statusCode()
    def toSignIn = answer.headers().firstValue('Location').orElse('').startsWith('/sign-in?back=')
    if (path.startsWith('/sign-out') && site.cookies != before) {
      // Signed out as it should be: sign in again for what comes next.
      def again = site.submit('/sign-in', [name: site.name, password: DemonstrationPeople.PASSWORD])
      assert again.statusCode() == 303
    }
    status == 401 || toSignIn ? 'sign in' : status == 403 ? 'shut' : status == 404 ? 'missing' : status >= 500 && status != 503 ? "failed $status" : 'open'
  }
}
