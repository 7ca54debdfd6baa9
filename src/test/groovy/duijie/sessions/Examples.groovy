package duijie.sessions

import duijie.accounts.Organisation
import duijie.agencies.Agency
import duijie.projects.Project
import duijie.shared.Money
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime

/** Sessions for specs. */
class Examples {

  static final Instant NOW = Instant.parse('2026-11-24T02:00:00Z')

  static Setup setup(Map given = [:]) {
    new Setup((given.name ?: '旺苍县社会工作服务供需对接会') as String, (given.place ?: '县政务中心三楼') as String, (given.day ?: LocalDate.of(2026, 12, 18)) as LocalDate,
        (given.blocks ?: [new Block('上午场', LocalTime.of(9, 30), 8), new Block('下午场', LocalTime.of(14, 0), 4)]) as List<Block>,
        (given.tables ?: 20) as int, 8, 2, (given.perProject ?: 8) as int, (given.perAgency ?: 8) as int, (given.booking ?: BookingMode.HYBRID) as BookingMode,
        (given.rule ?: new InvitationRule(10, 60.0, 1)) as InvitationRule)
  }

  static Session session(Map given = [:]) {
    new Session(new Session.Id((given.id ?: UUID.randomUUID()) as UUID), (given.owner ?: new Organisation.Id('bureau')) as Organisation.Id,
        (given.setup ?: setup()) as Setup, (given.state ?: Session.State.DRAFT) as Session.State, (given.version ?: 1) as int)
  }

  static Guest guest(Map given) {
    new Guest(given.session as Session.Id, given.agency as Agency.Id, (given.origin ?: Guest.Origin.RANKED) as Guest.Origin,
        (given.standing ?: Guest.Standing.INVITED) as Guest.Standing, '', NOW, null, null)
  }

  static Findings findings(Map given = [:]) {
    new Findings((given.kind ?: TalkResult.Kind.NEGOTIATING) as TalkResult.Kind, given.amount ? Money.of(given.amount as String) : null,
        (given.todo ?: '') as String, (given.who ?: '') as String, given.until as LocalDate)
  }

  static Intent intent(Map given = [:]) {
    new Intent((given.session ?: new Session.Id(UUID.randomUUID())) as Session.Id, key('P-1', 'A-1'), (given.state ?: Intent.State.OPEN) as Intent.State,
        (given.findings ?: findings()) as Findings, Intent.Deal.NONE, NOW, 1)
  }

  static MeetingKey key(String project, String agency) {
    new MeetingKey(new Project.Id(project), new Agency.Id(agency))
  }
}
