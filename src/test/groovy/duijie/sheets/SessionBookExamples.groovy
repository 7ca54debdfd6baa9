package duijie.sheets

import duijie.agencies.Agency
import duijie.projects.Project
import duijie.sessions.Absences.Party
import duijie.sessions.Block
import duijie.sessions.Examples as Sessions
import duijie.sessions.Findings
import duijie.sessions.Intent
import duijie.sessions.Session
import duijie.sessions.Side
import duijie.sessions.TalkResult
import duijie.sessions.Verdict
import duijie.shared.Money
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime

/** Workbooks of sessions: so many projects, each at a table of its own, agencies moving on from turn to turn. */
class SessionBookExamples {

  static final Instant CAME = Instant.parse('2026-12-18T01:05:00Z')

  static SessionBook book(Map given = [:]) {
    int projects = (given.projects ?: 12) as int
    int agencies = (given.agencies ?: 30) as int
    int slots = (given.slots ?: 8) as int
    int per = (given.perProject ?: slots) as int
    def session = Sessions.session(state: Session.State.RELEASED, setup: Sessions.setup(tables: projects,
        blocks: [new Block('上午场', LocalTime.of(9, 0), (slots + 1).intdiv(2)), new Block('下午场', LocalTime.of(14, 0), slots.intdiv(2))]))
    def listed = (1..projects).collect { Examples.project(id: new Project.Id(String.format('P-%03d', it)), name: project(it), buyer: "旺苍县第${it}民政办") }
    def coming = (1..agencies).collect { Examples.agency(id: new Agency.Id("A-$it"), name: agency(it)) }
    def turns = session.setup().slots()
    int number = 0
    def talks = []
    listed.eachWithIndex { p, i ->
      per.times { n ->
        talks << new SessionBook.Talk(sprintf('DJ-%03d', ++number), p, coming[(i + n * 7) % agencies], turns[n], i + 1, n % 2 ? '双方同意' : '组织者安排', '', '', verdict(number))
      }
    }
    talks << new SessionBook.Talk('', listed[0], coming[-1], null, 0, '组织者安排', '', '未排：项目的洽谈次数已满', Verdict.NONE)
    def attendees = listed.collect { new SessionBook.Attendee(new Party(Side.BUYER, it.id().value()), it.buyer(), it.name(), '09:00 1 号桌', per, it.id().value() == 'P-001' ? CAME : null) } +
        coming.collect { new SessionBook.Attendee(new Party(Side.AGENCY, it.id().value()), it.name(), '', '09:00 2 号桌', 3, null) }
    def assessment = Examples.assessment()
    new SessionBook(session, 2, listed, coming, talks, attendees, followed(session.id(), talks), LocalDate.of(2026, 11, 24), { p, a -> assessment } as SessionBook.Assessing)
  }

  /** Of every five talks one left an intent, one is disputed, one was only talk. */
  static Verdict verdict(int number) {
    switch (number % 5) {
      case 1: return new Verdict(new Findings(TalkResult.Kind.AGREED, Money.of('120000.50'), '补充年检材料', '王科长', LocalDate.of(2027, 1, 15)), false)
      case 2: return new Verdict(null, true)
      case 3: return new Verdict(new Findings(TalkResult.Kind.KNOWLEDGE_ONLY, null, '', '', null), false)
      default: return Verdict.NONE
    }
  }

  private static List<SessionBook.Followed> followed(Session.Id session, List<SessionBook.Talk> talks) {
    talks.findAll { it.verdict().counts()?.kind()?.intended() }.withIndex().collect { talk, i ->
      new SessionBook.Followed(talk, new Intent(session, talk.key(), i % 2 ? Intent.State.OPEN : Intent.State.CONVERTED, talk.verdict().counts(),
          i % 2 ? Intent.Deal.NONE : new Intent.Deal('旺民购〔2027〕' + i + '号', Money.of('118000'), LocalDate.of(2027, 2, 1), null), CAME, 1))
    }
  }

  private static String project(int number) {
    number == 2 ? '=cmd|某项目𠮷' : "普济镇第${number}期社会工作服务站项目"
  }

  private static String agency(int number) {
    number == 3 ? '+SUM(A1) 中心😀' : "旺苍县第${number}社会工作服务中心"
  }
}
