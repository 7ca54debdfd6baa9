package duijie.portal.web

import io.micronaut.http.HttpMethod
import io.micronaut.web.router.Router
import spock.lang.Specification

class DescriptionSpec extends Specification {

  def "every address for programs is described, and every description has its address"() {
    given:
    def routes = PortalServer.running().applicationContext.getBean(Router).uriRoutes().toList()
        .findAll { it.uriMatchTemplate.toString().startsWith('/api/') && !(it.httpMethod in [HttpMethod.OPTIONS, HttpMethod.HEAD]) }
        .collect { "$it.httpMethodName ${it.uriMatchTemplate.toString().replace('{+', '{')}".toString() } as Set

    expect:
    routes.size() > 15
    routes == Description.operations()
  }

  def "the description is served to everybody, and every operation has a name of its own"() {
    given:
    def answer = Program.anybody().get('/api/openapi.yml')
    def names = Description.DOCUMENT.paths.values().collectMany { it.values()*.operationId }

    expect:
    answer.statusCode() == 200
    answer.headers().firstValue('Content-Type').get() == 'application/yaml;charset=utf-8'
    answer.body() == Description.getResource('/duijie/api/openapi.yml').getText('UTF-8')
    names.every() && names.size() == names.unique(false).size()
  }

  def "an answer that does not fit is noticed: #json"() {
    expect:
    Description.misfits(schema, json).isEmpty() == fits

    where:
    schema     | json                                                                    || fits
    'Named'    | '{"id":"a","name":"b"}'                                                 || true
    'Named'    | '{"id":"a"}'                                                            || false
    'Named'    | '{"id":"a","name":"b","more":1}'                                        || false
    'Section'  | '{"section":"basic","version":1,"progress":"DONE","returnedBecause":null,"answers":{}}' || true
    'Section'  | '{"section":"basics","version":1,"progress":"DONE","returnedBecause":null,"answers":{}}' || false
  }
}
