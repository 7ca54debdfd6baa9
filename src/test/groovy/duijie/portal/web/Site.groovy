package duijie.portal.web

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** Reads the pages of a running server as a program would. */
class Site {

  private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()
  final String base

  Site(String base) {
    this.base = base
  }

  HttpResponse<String> get(String path) {
    send('GET', path)
  }

  HttpResponse<String> send(String method, String path) {
    def request = HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody()).build()
    http.send(request, HttpResponse.BodyHandlers.ofString())
  }

  HttpResponse<byte[]> bytes(String path) {
    http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray())
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
