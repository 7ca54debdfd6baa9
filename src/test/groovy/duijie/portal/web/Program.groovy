package duijie.portal.web

import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.ApiToken
import duijie.accounts.TokenKeeping
import duijie.audit.Caller
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** Asks a running server as a program does: with a token or none, for JSON. */
class Program {

  private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()
  final String base
  final String token

  Program(String base, String token = null) {
    this.base = base
    this.token = token
  }

  /** A program that acts for the account of this name. */
  static Program of(String signInName) {
    def context = PortalServer.running().applicationContext
    def account = context.getBean(Accounts).named(signInName).get()
    new Program(PortalServer.site().base, secret(account))
  }

  /** A program of nobody. */
  static Program anybody() {
    new Program(PortalServer.site().base)
  }

  private static String secret(Account account) {
    def keeping = PortalServer.running().applicationContext.getBean(TokenKeeping)
    def made = keeping.make(account, new ApiToken.Id(UUID.randomUUID()), 'spec', 30, new Caller(account.actor(), '192.0.2.1', null))
    'duijie_' + (made as TokenKeeping.Made.Done).secret().value()
  }

  HttpResponse<String> get(String path, Map<String, String> headers = [:]) {
    send('GET', path, null, headers)
  }

  HttpResponse<String> put(String path, Object body, Map<String, String> headers = [:]) {
    send('PUT', path, body, headers)
  }

  HttpResponse<String> post(String path, Object body, Map<String, String> headers = [:]) {
    send('POST', path, body, headers)
  }

  HttpResponse<String> delete(String path, Map<String, String> headers = [:]) {
    send('DELETE', path, null, headers)
  }

  /** Sends a form with a file in it; none where it has no name. */
  HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content, Map<String, String> headers = [:]) {
    def boundary = 'boundary-of-a-program'
    def body = new ByteArrayOutputStream()
    fields.each { key, value -> body << "--$boundary\r\nContent-Disposition: form-data; name=\"$key\"\r\n\r\n$value\r\n".getBytes('UTF-8') }
    if (name) {
      body << "--$boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"$name\"\r\nContent-Type: application/octet-stream\r\n\r\n".getBytes('UTF-8')
      body.write(content)
      body << '\r\n'.bytes
    }
    body << "--$boundary--\r\n".getBytes('UTF-8')
    send('POST', path, body.toByteArray(), headers + ['Content-Type': "multipart/form-data; boundary=$boundary".toString()])
  }

  /** @param body a text and bytes are sent as they are, anything else as JSON, nothing where it is null */
  HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers = [:]) {
    def request = HttpRequest.newBuilder(URI.create(base + path))
    def all = (token ? [Authorization: "Bearer $token".toString()] : [:]) + (body == null ? [:] : ['Content-Type': 'application/json']) + headers
    all.each { name, value -> request.header(name, value) }
    def bytes = body == null || body instanceof byte[] ? body as byte[] : (body instanceof CharSequence ? body.toString() : JsonOutput.toJson(body)).getBytes('UTF-8')
    request.method(method, bytes == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes))
    def answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString())
    Description.check(method, request.build().uri().rawPath, answer)
    answer
  }

  static Object json(HttpResponse<String> answer) {
    new JsonSlurper().parseText(answer.body())
  }

  /** The stable code of what went wrong. */
  static String code(HttpResponse<String> answer) {
    assert answer.headers().firstValue('Content-Type').get() == 'application/problem+json'
    def problem = json(answer)
    assert problem.status == answer.statusCode()
    assert problem.type == "urn:duijie:problem:$problem.code".toString()
    problem.code
  }
}
