package duijie.messages

import spock.lang.Specification

class NewsSpec extends Specification {

  def "a subject is one line: #subject"() {
    expect:
    new News(News.Kind.ACCOUNT, 'x', subject, '', null).subject() == shown

    where:
    subject                                || shown
    '标题'                                  || '标题'
    'Subject\r\nBcc: everybody@example.org' || 'Subject Bcc: everybody@example.org'
    ' 一\u2028二\u0000三 '                    || '一 二 三'
    '𠮷䶮㛃🙂 <script>'                       || '𠮷䶮㛃🙂 <script>'
  }

  def "news lead to a page of this site or nowhere: #link"() {
    when:
    new News(News.Kind.ACCOUNT, 'x', '标题', '', link)

    then:
    thrown(IllegalArgumentException)

    where:
    link << ['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)', '', '/a b', '/a\r\nb']
  }

  def "news say what they are about"() {
    when:
    new News(News.Kind.ACCOUNT, about, subject, '', '/')

    then:
    thrown(IllegalArgumentException)

    where:
    about | subject
    ' '   | '标题'
    'x'   | ' \n '
  }
}
