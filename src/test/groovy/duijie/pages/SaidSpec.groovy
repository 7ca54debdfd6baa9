package duijie.pages

import io.micronaut.http.HttpRequest
import io.micronaut.http.cookie.Cookie
import io.micronaut.http.cookie.Cookies
import spock.lang.Specification

class SaidSpec extends Specification {

  def "what was done is said on the page that follows and on no other that is open"() {
    given:
    def answer = Said.ANSWERED.at('/questions/1?from=todo#answer')
    def (name, value) = answer.headers.get('Set-Cookie').split(';')[0].split('=')
    def kept = Stub(Cookies) { findCookie(name) >> Optional.of(Cookie.of(name, value)) }
    def asking = { String page -> Said.in(Stub(HttpRequest) { getUri() >> URI.create(page); getCookies() >> kept }).orElse(null) }

    expect:
    asking('/questions/1') == Said.ANSWERED
    asking('/questions/1?page=2') == Said.ANSWERED
    asking('/questions/2') == null
    asking('/') == null
  }
}
