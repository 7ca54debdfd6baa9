package duijie.portal

import duijie.Alongside
import duijie.LongRun
import duijie.database.ChildJvm
import duijie.matching.elasticsearch.SearchServer
import duijie.server.ServerProcess
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** People who look for projects and agencies while the search server is killed under them, and comes back. */
@LongRun
@Alongside('the browser')
@Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
class SearchServerKilledSpec extends Specification {

  static final String BANNER = '检索服务暂时没有应答'
  static final List<String> PAGES = ['/projects?q=%E5%85%BB%E8%80%81', '/agencies', '/projects/YS-P20', '/agencies/YS-A03', '/projects?q=xyzzy']

  @TempDir Path place
  @AutoCleanup SearchServer node
  @AutoCleanup ChildJvm site
  @AutoCleanup Browser browser

  def "killed twice while somebody clicks, it is missed and not missed: the answers are the same, and a banner says why they take long"() {
    given:
    def data = Files.createDirectory(place.resolve('node'))
    node = new SearchServer(0, data, [])
    def port = node.awaitAnswer().port
    site = new ChildJvm(ServerProcess, [place.resolve('site').toString()], [],
        [DUIJIE_ELASTICSEARCH_URL: "http://127.0.0.1:$port" as String, DUIJIE_ELASTICSEARCH_REPLICAS: '0'])
    browser = new Browser(site.line('READY').split(' ')[1]).wide(1280)
    browser.signIn('jingban')
    def before = PAGES.collect { content(it) }
    assert !browser.text('body').contains(BANNER)

    expect:
    2.times {
      node.kill()
      assert PAGES.collect { content(it) } == before
      browser.open('/')
      assert browser.text('body').contains(BANNER)
      assert browser.look('search-server-away') == []
      assert PAGES.collect { content(it) } == before

      node.close()
      node = new SearchServer(port, data, [])
      node.awaitAnswer()
      new PollingConditions(timeout: 60, delay: 0.5).eventually {
        browser.open('/')
        assert !browser.text('body').contains(BANNER)
      }
      assert PAGES.collect { content(it) } == before
    }

    cleanup:
    site?.terminate()
  }

  /** What the page says, but for the banner. */
  private String content(String path) {
    browser.open(path)
    browser.text('main')
  }
}
