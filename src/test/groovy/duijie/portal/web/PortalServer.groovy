package duijie.portal.web

import duijie.agencies.Agencies
import duijie.database.TestDatabase
import duijie.matching.Matching
import duijie.projects.Projects
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.time.Clock
import java.time.Instant
import java.time.ZoneId

/** One server with {@link PortalRecords} in it for all specs of this run; they only read. */
class PortalServer {

  /** Ten in the morning of 24 November 2026. */
  static final Clock CLOCK = Clock.fixed(Instant.parse('2026-11-24T02:00:00Z'), ZoneId.of('Asia/Shanghai'))

  private static EmbeddedServer running

  static Site site() {
    new Site(running().URL.toString())
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
    def server = context.getBean(EmbeddedServer)
    server.start()
    Runtime.runtime.addShutdownHook(new Thread(context::close))
    server
  }
}
