package duijie.portal.web

import duijie.demonstration.DemonstrationPeople
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.ConcurrentHashMap
import javax.net.ssl.SSLContext

/** Reads the pages of a running server as a program would. */
class Site {

  private final HttpClient http
  final String base

  /**
   * @param from the address that it comes from, of this machine's own network 127.0.0.0/8
   * @param tls what it trusts, or null for what everybody trusts
   */
  Site(String base, String from = '127.0.0.1', SSLContext tls = null) {
    this.base = base
    def builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).localAddress(InetAddress.getByName(from))
    if (tls != null) {
      builder.sslContext(tls)
    }
    http = builder.build()
  }

  /** What this visitor's browser keeps. */
  final Map<String, String> cookies = new ConcurrentHashMap<>()

  /** The name they signed in with, or null. */
  String name

  /** Another visitor of the same site, who signs in. */
  Site signedIn(String name, String password = DemonstrationPeople.PASSWORD) {
    def visitor = new Site(base)
    visitor.name = name
    def answer = visitor.submit('/sign-in', [name: name, password: password, back: '/'])
    assert answer.statusCode() == 303: "$name is not signed in: ${answer.statusCode()}"
    visitor
  }

  HttpResponse<String> get(String path) {
    send('GET', path)
  }

  HttpResponse<String> send(String method, String path) {
    ask(builder(path).method(method, HttpRequest.BodyPublishers.noBody()))
  }

  HttpResponse<byte[]> bytes(String path) {
    http.send(builder(path).build(), HttpResponse.BodyHandlers.ofByteArray())
  }

  /** Fills in the form of a page and sends it to where the page is, or to another address. */
  HttpResponse<String> submit(String page, Map<String, ?> fields, String action = page) {
    post(action, fields + [_form: token(get(page).body())])
  }

  /** Sends a form as it is. */
  HttpResponse<String> post(String path, Map<String, ?> fields, Map<String, String> headers = [:]) {
    def body = fields.collectMany { name, value -> (value instanceof Collection ? value : [value]).collect { [name, it] } }
        .collect { it.collect { URLEncoder.encode(it as String, 'UTF-8') }.join('=') }.join('&')
    def request = builder(path).header('Content-Type', 'application/x-www-form-urlencoded').POST(HttpRequest.BodyPublishers.ofString(body))
    headers.each { request.setHeader(it.key, it.value) }
    ask(request)
  }

  /** Sends a form with a file, as a browser does. */
  HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content, String field = 'file') {
    def boundary = 'boundary-of-a-spec'
    def body = new ByteArrayOutputStream()
    fields.each { key, value -> body << "--$boundary\r\nContent-Disposition: form-data; name=\"$key\"\r\n\r\n$value\r\n".getBytes('UTF-8') }
    body << "--$boundary\r\nContent-Disposition: form-data; name=\"$field\"; filename=\"$name\"\r\nContent-Type: application/octet-stream\r\n\r\n".getBytes('UTF-8')
    body.write(content)
    body << "\r\n--$boundary--\r\n".getBytes('UTF-8')
    ask(builder(path).header('Content-Type', "multipart/form-data; boundary=$boundary").POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
  }

  /** What a form of this page carries. */
  static String token(String html) {
    def found = html =~ /name="_form" value="([^"]+)"/
    assert found.find(): 'the page has no form'
    found.group(1)
  }

  private HttpRequest.Builder builder(String path) {
    // As browsers ask: what they like best is not all that they take.
    def request = HttpRequest.newBuilder(URI.create(base + path)).setHeader('Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')
    if (cookies) {
      request.header('Cookie', cookies.collect { "$it.key=$it.value" }.join('; '))
    }
    request
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) {
    def answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString())
    answer.headers().allValues('set-cookie').each { line ->
      def (name, value) = (line.split(';')[0] + ' ').split('=', 2)*.strip()
      if (value.isEmpty()) {
        cookies.remove(name)
      } else {
        cookies[name] = value
      }
    }
    answer
  }

  /** The text of the page that this address answers with. */
  String page(String path) {
    def answer = get(path)
    assert answer.statusCode() == 200: "$path answers ${answer.statusCode()}"
    answer.body()
  }

  /** The addresses within the site that a page links to, each once. */
  static List<String> links(String html) {
    (html =~ /<a [^>]*href="(\/[^"]*)"/).collect { unescaped(it[1]).replaceAll(/#.*/, '') }.unique()
  }

  /** The names of the records in a list. */
  static List<String> titles(String html) {
    (html =~ /(?s)class="row-title"><a href="[^"]*"><bdi>(.*?)<\/bdi>/).collect { unescaped(it[1]) }
  }

  /** The names in a ranking in the order of the page, each with its rank. */
  static List<List> ranked(String html) {
    (html =~ /(?s)<details class="match[^"]*" id="match-(\d+)">.*?class="match-name"><bdi>(.*?)<\/bdi>/).collect { [unescaped(it[2] as String), it[1] as int] }
  }

  /** How many records a list says there are. */
  static int total(String html) {
    ((html =~ /共 <strong>([\d,]+)<\/strong>/)[0][1] as String).replace(',', '') as int
  }

  /** The text that a reader sees, in one line. */
  static String text(String html) {
    unescaped(html.replaceAll(/(?s)<(script|style)\b.*?<\/\1>/, ' ').replaceAll(/<[^>]+>/, ' ')).replaceAll(/\s+/, ' ')
  }

  static String unescaped(String text) {
    text.replace('&lt;', '<').replace('&gt;', '>').replace('&#34;', '"').replace('&#39;', "'").replace('&amp;', '&')
  }
}
