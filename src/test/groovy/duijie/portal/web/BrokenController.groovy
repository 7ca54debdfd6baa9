package duijie.portal.web

import duijie.pages.ForAnybody
import io.micronaut.context.annotation.Requires
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get
import java.sql.SQLException

/** Fails with a message that nobody outside may read. */
@Controller('/spec')
@ForAnybody
@Requires(property = 'spec.broken')
class BrokenController {

  @Get('/broken')
  String broken() {
    throw new IllegalStateException('jdbc:postgresql://inner secret')
  }

  /** Fails as where the database finds no room on its disk. */
  @Get('/full')
  String full() {
    throw new IllegalStateException(new SQLException('could not extend file "inner secret"', '53100'))
  }
}
