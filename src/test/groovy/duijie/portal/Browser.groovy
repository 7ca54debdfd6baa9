package duijie.portal

import duijie.LongRuns
import duijie.demonstration.DemonstrationPeople
import java.nio.file.Files
import java.nio.file.Path
import org.openqa.selenium.By
import org.openqa.selenium.Keys
import org.openqa.selenium.chrome.ChromeDriver
import org.openqa.selenium.chrome.ChromeDriverService
import org.openqa.selenium.chrome.ChromeOptions

/** A Chromium without a window, and what a person does with it. */
class Browser implements Closeable {

  static final Path CHROMIUM = program('chromium', 'chromium-browser', 'google-chrome')
  static final Path DRIVER = program('chromedriver')
  static final boolean PRESENT = CHROMIUM != null && DRIVER != null

  private static final String AXE = Browser.getResource('/axe.min.js').getText('UTF-8')

  private final String base
  final boolean scripts
  private boolean looked
  final ChromeDriver driver

  /** @param scripts whether pages may run scripts */
  Browser(String base, boolean scripts = true) {
    this.base = base.replaceAll('/$', '')
    this.scripts = scripts
    def options = new ChromeOptions()
    options.binary = CHROMIUM.toString()
    options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars', '--window-size=1280,900')
    if (!scripts) {
      options.setExperimentalOption('prefs', ['profile.managed_default_content_settings.javascript': 2])
    }
    def service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build()
    driver = new ChromeDriver(service, options)
  }

  /** Makes the page this many pixels wide; windows themselves cannot be made narrower than about 500. */
  Browser wide(int width, int height = 900) {
    driver.executeCdpCommand('Emulation.setDeviceMetricsOverride', [width: width, height: height, deviceScaleFactor: 1, mobile: false])
    this
  }

  void open(String path) {
    driver.get(base + path)
  }

  /** Signs in on the sign-in page, as a person does. */
  void signIn(String name, String password = DemonstrationPeople.PASSWORD) {
    open('/sign-in')
    if (path() == '/sign-in') {
      find('#name').sendKeys(name)
      find('#password').sendKeys(password, Keys.ENTER)
      await { path() == '/' }
    }
  }

  /** Forgets what the site has given this browser to keep. */
  void signOut() {
    driver.manage().deleteAllCookies()
  }

  String path() {
    driver.currentUrl.substring(base.length())
  }

  String title() {
    text('h1')
  }

  String text(String css) {
    find(css).text
  }

  def find(String css) {
    driver.findElement(By.cssSelector(css))
  }

  List findAll(String css) {
    driver.findElements(By.cssSelector(css))
  }

  /** Clicks and waits until the condition holds. */
  void click(String css, Closure<Boolean> until) {
    def element = find(css)
    // Smooth scrolling would have the pointer miss what is still moving.
    driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
    element.click()
    await(until)
  }

  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys)
  }

  /** Goes on with the tab key until the focus is on an element that this selector picks. */
  void tabTo(String css) {
    for (int i = 0; i < 120; i++) {
      press(Keys.TAB)
      if (driver.executeScript('return document.activeElement.matches(arguments[0])', css)) {
        assert driver.executeScript('''
            const style = getComputedStyle(document.activeElement)
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'
            '''): "nothing shows that $css has the focus"
        return
      }
    }
    throw new AssertionError("the tab key does not reach $css")
  }

  static void await(Closure<Boolean> condition) {
    long end = System.nanoTime() + 15_000_000_000L
    while (System.nanoTime() < end) {
      try {
        if (condition()) {
          return
        }
      } catch (org.openqa.selenium.StaleElementReferenceException | org.openqa.selenium.NoSuchElementException gone) {
        // The page is being replaced: look again.
      }
      sleep(50)
    }
    throw new AssertionError('what was waited for did not come')
  }

  /** How far the page reaches beyond the right edge, in pixels. */
  int overflow() {
    driver.executeScript('return document.documentElement.scrollWidth - document.documentElement.clientWidth') as int
  }

  /** What axe finds wrong with the page, one line each. */
  List<String> violations() {
    // Half a megabyte: sent once a page, however often the page is looked at.
    if (!driver.executeScript('return typeof axe === "object"')) {
      driver.executeScript(AXE)
    }
    driver.executeAsyncScript('''
        const done = arguments[arguments.length - 1]
        axe.run(document, { resultTypes: ['violations'] }).then(
            (found) => done(found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 160)).join(' '))),
            (e) => done(['axe failed: ' + e]))
        ''') as List<String>
  }

  /**
   * Looks at the page as it is, wide and narrow; answers with what is wrong with it, one line each. Of the first page of a browser, and of
   * every page where there is time, axe judges the wide form, too: what is inside of the frame is the same in both.
   */
  List<String> look(String picture) {
    def wrong = []
    [1280, 360].each { width ->
      wide(width)
      shoot(picture)
      if (width == 360 || !looked || LongRuns.WANTED) {
        wrong += violations().collect { "$picture at $width: $it".toString() }
      }
    }
    looked = true
    wide(320)
    if (overflow() > 0) {
      wrong << "$picture at 320: ${overflow()} pixels too wide".toString()
    }
    wide(1280)
    wrong
  }

  /** Saves the page, to its end or to so many pixels, under this name, where pictures are asked for with {@code -Dpictures=true}: they take their time. */
  void shoot(String name, int most = 4000) {
    if (!Boolean.getBoolean('pictures')) {
      return
    }
    def width = driver.executeScript('return document.documentElement.clientWidth')
    def height = Math.min(driver.executeScript('return document.documentElement.scrollHeight') as int, most)
    def picture = driver.executeCdpCommand('Page.captureScreenshot',
        [format: 'png', captureBeyondViewport: true, clip: [x: 0, y: 0, width: width, height: height, scale: 1]])
    def folder = Files.createDirectories(Path.of(System.getProperty('project.dir', '.'), 'target', 'screenshots'))
    Files.write(folder.resolve("${name}-${width}.png"), Base64.decoder.decode(picture.data as String))
  }

  @Override
  void close() {
    driver.quit()
  }

  private static Path program(String... names) {
    System.getenv('PATH').split(File.pathSeparator).collectMany { folder -> names.collect { Path.of(folder, it) } }.find { Files.isExecutable(it) }
  }
}
