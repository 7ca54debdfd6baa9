package duijie.portal.web

import duijie.accounts.Access
import duijie.accounts.Accounts
import duijie.accounts.Deed
import duijie.accounts.Organisation
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Step as AgencyStep
import duijie.projects.Column
import duijie.projects.Publication
import duijie.projects.Publications
import duijie.sheets.Examples
import spock.lang.Shared
import spock.lang.Specification

/** Every step × every state × everybody × own and other records: a record moves where the tables of access and of steps both say so, and nowhere else. */
class StateMatrixSpec extends Specification {

  static final OWN = new Organisation.Id('state-bureau')
  static final OTHER = new Organisation.Id('state-another')
  static final GOOD = [
      (Column.NAME): '各种状态的项目', (Column.BUYER): '某县民政局', (Column.REGION): '四川省/广元市/旺苍县', (Column.FIELDS): '养老', (Column.NEED): '为120名独居老人每周送餐并探访。',
      (Column.BUDGET): '120000', (Column.REGIME): '比选', (Column.RESPOND_BY): '2026-12-31 17:00',
  ]

  /** How a program takes a step of a publication, and what it has to be allowed to. */
  static final Map<Publication.Step, List> WRITING = [
      (Publication.Step.EDIT): ['PUT', '', Deed.DRAFT_PROJECT, '{"columns":{"name":"改过的项目"}}'],
      (Publication.Step.SUBMIT): ['POST', '/submission', Deed.DRAFT_PROJECT, null],
      (Publication.Step.RETURN): ['POST', '/return', Deed.APPROVE_PROJECT, '{"reason":"再改改"}'],
      (Publication.Step.PUBLISH): ['POST', '/publication', Deed.APPROVE_PROJECT, null],
      (Publication.Step.CANCEL): ['POST', '/cancellation', Deed.DRAFT_PROJECT, '{"reason":"不做了"}'],
  ]

  @Shared Publications publications = PortalServer.running().applicationContext.getBean(Publications)
  @Shared Agencies agencies = PortalServer.running().applicationContext.getBean(Agencies)
  @Shared Map<Role, String> names = Role.values().collectEntries { [it, "state-${it.name().toLowerCase()}".toString()] }

  @Shared Map<Role, Site> sites

  def setupSpec() {
    sites = [(null): PortalServer.site()] + names.collectEntries { role, name -> [role, PortalServer.site(role, name, organisation(role))] }
    PortalServer.site(Role.OFFICER, 'state-stranger', People.bureau(id: OTHER.value()))
  }

  def "a publication takes a step exactly from where it may, by exactly whom may take it"() {
    given:
    def programs = [null] + (Role.values() as List)
    def clients = programs.collectEntries { role -> [role, role == null ? Program.anybody() : Program.of(names[role])] } as Map<Role, Program>
    def wrong = []
    int tried = 0

    when:
    Publication.Stage.values().each { stage ->
      WRITING.each { step, way ->
        [OWN, OTHER].each { owner ->
          clients.each { role, program ->
            def before = Examples.publication(id: new Publication.Id(UUID.randomUUID()), owner: owner, typed: GOOD, stage: stage)
            publications.add(before)
            program.send(way[0] as String, "/api/v1/drafts/${before.id()}${way[1]}".toString(), way[3] as String, ['If-Match': "\"${before.version()}\"".toString()])
            def moved = publications.find(before.id()).get().version() != before.version()
            def may = Access.allows(account(role), way[2] as Deed, owner) && before.after(step, 'why').present
            tried++
            if (moved != may) {
              wrong << "$step from $stage by ${role ?: 'anybody'} of ${owner == OWN ? 'the own' : 'another'} bureau: ${moved ? 'taken' : 'not taken'}".toString()
            }
          }
        }
      }
    }
    println "state matrix of publications: $tried steps tried"

    then:
    wrong == []
  }

  def "an agency is suspended, resumed and taken off the register exactly from where it may, by exactly whom may do it"() {
    given:
    def tokens = sites.collectEntries { role, site -> [role, Site.token(site.get(role == null ? '/sign-in' : '/account/password').body())] }
    def wrong = []
    int tried = 0

    when:
    Agency.State.values().each { state ->
      [AgencyStep.SUSPEND, AgencyStep.RESUME, AgencyStep.DEREGISTER].each { step ->
        sites.each { role, site ->
          def before = Examples.agency(id: new Agency.Id("state-$state-$step-$role".toString()), state: state, creditCode: null)
          agencies.saveAll([before])
          site.post("/reviews/standing/${before.id().value()}", [_form: tokens[role], step: step.name(), why: '因故'])
          def moved = agencies.find(before.id()).get().state() != state
          def may = Access.allows(account(role), Deed.SUSPEND_AGENCIES, new Organisation.Id(before.id().value())) && before.move(step) instanceof Agency.Moved.On
          tried++
          if (moved != may) {
            wrong << "$step from $state by ${role ?: 'anybody'}: ${moved ? 'taken' : 'not taken'}".toString()
          }
        }
      }
    }
    println "state matrix of agencies: $tried steps tried"

    then:
    wrong == []
  }

  private account(Role role) {
    role == null ? null : PortalServer.running().applicationContext.getBean(Accounts).named(names[role]).get()
  }

  private static Organisation organisation(Role role) {
    Role.AGENCY in People.with(role) ? People.agency(id: 'state-agency') : People.bureau(id: OWN.value())
  }
}
