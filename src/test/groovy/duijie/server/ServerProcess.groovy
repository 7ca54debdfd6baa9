package duijie.server

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.encoder.PatternLayoutEncoder
import ch.qos.logback.core.ConsoleAppender
import java.nio.file.Path
import java.time.Clock
import java.time.ZoneId
import org.slf4j.LoggerFactory

/** A process that serves a data folder with demonstration data, saying on standard output how far it is. */
class ServerProcess {

  static void main(String[] arguments) {
    sayWhatIsLogged()
    def clock = Clock.system(ZoneId.of('Asia/Shanghai'))
    def server = Server.start(new Options(Options.LOOPBACK, 0, Path.of(arguments[0]), true, null), clock)
    println "READY ${server.address()}"
    server.await()
  }

  private static void sayWhatIsLogged() {
    def root = LoggerFactory.getLogger('ROOT')
    def encoder = new PatternLayoutEncoder(context: root.loggerContext, pattern: '%msg%n')
    encoder.start()
    def appender = new ConsoleAppender(context: root.loggerContext, encoder: encoder)
    appender.start()
    def own = LoggerFactory.getLogger('duijie')
    own.level = Level.INFO
    own.addAppender(appender)
  }
}
