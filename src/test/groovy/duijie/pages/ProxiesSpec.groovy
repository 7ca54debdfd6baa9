package duijie.pages

import spock.lang.Specification

class ProxiesSpec extends Specification {

  static final Proxies PROXIES = Proxies.of(['10.0.0.5', '192.168.7.0/24', 'fd00::/8'])

  def "a request of #peer with #forwarded comes from #client"() {
    expect:
    PROXIES.client(InetAddress.getByName(peer), forwarded).hostAddress == InetAddress.getByName(client).hostAddress

    where:
    peer       | forwarded                               || client
    '8.8.8.8'  | ['1.2.3.4']                             || '8.8.8.8'
    '10.0.0.6' | ['1.2.3.4']                             || '10.0.0.6'
    '10.0.0.5' | []                                      || '10.0.0.5'
    '10.0.0.5' | ['1.2.3.4']                             || '1.2.3.4'
    '10.0.0.5' | ['6.6.6.6, 1.2.3.4']                    || '1.2.3.4'
    '10.0.0.5' | ['6.6.6.6', '1.2.3.4, 192.168.7.9']     || '1.2.3.4'
    '10.0.0.5' | ['6.6.6.6, 10.0.0.5, 1.2.3.4']          || '1.2.3.4'
    '10.0.0.5' | ['192.168.7.1']                         || '192.168.7.1'
    '10.0.0.5' | ['1.2.3.4, unknown']                    || '10.0.0.5'
    '10.0.0.5' | ['1.2.3.4, evil.example']               || '10.0.0.5'
    '10.0.0.5' | ['']                                    || '10.0.0.5'
    '10.0.0.5' | ['1.2.3.4:5678']                        || '1.2.3.4'
    'fd00::1'  | ['2001:db8::7']                         || '2001:db8::7'
    'fd00::1'  | ['[2001:db8::7]:443']                   || '2001:db8::7'
  }
}
