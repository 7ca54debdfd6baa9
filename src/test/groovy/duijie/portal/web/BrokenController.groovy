package duijie.portal.web

import duijie.pages.ForAnybody
import io.micronaut.context.annotation.Requires
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get

/** Fails with a message that nobody outside may read. */
@Controller('/spec')
@ForAnybody
@Requires(property = 'spec.broken')
class BrokenController {

  @Get('/broken')
  String broken() {
    throw new IllegalStateException('jdbc:postgresql://inner secret')
  }
}
