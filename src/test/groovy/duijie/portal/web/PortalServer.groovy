package duijie.portal.web

import duijie.accounts.Accounts
import duijie.accounts.Organisation
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.TestDatabase
import duijie.demonstration.DemonstrationPeople
import duijie.matching.Matching
import duijie.projects.Projects
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.ConcurrentHashMap

/** One server with {@link PortalRecords} in it for all specs of this run; they only read. */
class PortalServer {

  /** Ten in the morning of 24 November 2026. */
  static final Clock CLOCK = Clock.fixed(Instant.parse('2026-11-24T02:00:00Z'), ZoneId.of('Asia/Shanghai'))

  private static EmbeddedServer running
  private static final Map<Role, Site> VISITORS = new ConcurrentHashMap<>()

  static Site site() {
    new Site(running().URL.toString())
  }

  /** The site as somebody of this role sees it. */
  static Site site(Role role) {
    VISITORS.computeIfAbsent(role) { site().signedIn(DemonstrationPeople.ALL.find { it.role() == role }.signInName()) }
  }

  /** The site as this agency sees it. */
  static Site site(Agency.Id agency) {
    site(Role.AGENCY, "of-${agency.value().toLowerCase()}", People.agency(id: agency.value()))
  }

  /** The site as somebody of this name sees it, who has this one role for this organisation. */
  static Site site(Role role, String name, Organisation organisation) {
    def accounts = running().applicationContext.getBean(Accounts)
    if (accounts.named(name).isEmpty()) {
      def hash = running().applicationContext.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)
      accounts.add(People.account(name: name, roles: People.with(role), organisation: organisation, hash: hash))
    }
    site().signedIn(name)
  }

  static synchronized EmbeddedServer running() {
    if (running == null) {
      running = start()
    }
    running
  }

  private static EmbeddedServer start() {
    def context = ApplicationContext.builder()
        .properties(TestDatabase.properties() + ['micronaut.server.port': -1, 'duijie.demonstration': true, 'spec.broken': true])
        .singletons(CLOCK)
        .start()
    context.getBean(Projects).saveAll(PortalRecords.projects())
    context.getBean(Agencies).saveAll(PortalRecords.agencies())
    context.getBean(Matching).putProjects(PortalRecords.projects())
    context.getBean(Matching).putAgencies(PortalRecords.agencies())
    def hash = context.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)
    DemonstrationPeople.ALL.each { context.getBean(Accounts).add(it.account(hash)) }
    def server = context.getBean(EmbeddedServer)
    server.start()
    Runtime.runtime.addShutdownHook(new Thread(context::close))
    server
  }
}
