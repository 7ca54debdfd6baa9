package duijie.regions

import static duijie.regions.Region.Level.*

import duijie.regions.Regions.Reading.Ambiguous
import duijie.regions.Regions.Reading.Found
import duijie.regions.Regions.Reading.Retired
import duijie.regions.Regions.Reading.Unknown
import java.lang.management.ManagementFactory
import spock.lang.Shared
import spock.lang.Specification

class ChinaRegionsSpec extends Specification {

  @Shared Regions regions = ChinaRegions.shipped()

  def "all four levels are there"() {
    expect:
    everything().countBy { it.level() } == [(PROVINCE): 31, (CITY): 342, (COUNTY): 2978, (TOWN): 41352]
  }

  def "Wangcang has its 23 towns"() {
    given:
    def towns = regions.children(code('510821'))

    expect:
    regions.find(code('510821')).get().name() == '旺苍县'
    towns.size() == 23
    towns*.level().unique() == [TOWN]
    towns*.name().contains('普济镇')
    towns*.code() == towns*.code().sort()
  }

  def "a division knows what it lies in"() {
    expect:
    regions.path(code('510821107'))*.name() == ['四川省', '广元市', '旺苍县', '普济镇']
    regions.path(code('110103'))*.name() == ['北京市', '市辖区']
    code('51').covers(code('510821107'))
    !code('5108').covers(code('5109'))
    regions.children(code('510821107')) == []
    regions.children(code('99')) == []
  }

  def "#code is called #path"() {
    expect:
    regions.pathName(this.code(code)) == path

    where:
    code        || path
    '51'        || '四川省'
    '510821107' || '四川省/广元市/旺苍县/普济镇'
    '110101'    || '北京市/东城区'
    '1101'      || '北京市/市辖区'
    '469006'    || '海南省/万宁市'
    '4419'      || '广东省/东莞市'
    '441900'    || '广东省/东莞市'
    '441900101' || '广东省/东莞市/石碣镇'
    '620201'    || '甘肃省/嘉峪关市'
    '510899'    || '510899'
  }

  def "the code '#text' means #name"() {
    when:
    def reading = regions.read(text)

    then:
    reading instanceof Found
    reading.region().name() == name

    where:
    text                 || name
    '51'                 || '四川省'
    '510000'             || '四川省'
    '510000000000'       || '四川省'
    '5108'               || '广元市'
    '510800'             || '广元市'
    '510821'             || '旺苍县'
    '510821000'          || '旺苍县'
    '510821000000'       || '旺苍县'
    '510821107'          || '普济镇'
    '510821107000'       || '普济镇'
    '510821107201'       || '普济镇'
    '５１０８２１'             || '旺苍县'
    ' 510 821\u00a0'     || '旺苍县'
    '510821.0'           || '旺苍县'
    '441900'             || '东莞市'
    '350527000'          || '金门县'
    '510821 旺苍县'         || '旺苍县'
    '旺苍县（510821）'        || '旺苍县'
    '四川省/广元市/旺苍县 510821' || '旺苍县'
    '110105-朝阳区'         || '朝阳区'
  }

  def "'#text' means #path"() {
    when:
    def reading = regions.read(text)

    then:
    reading instanceof Found
    regions.pathName(reading.region().code()) == path

    where:
    text                              || path
    '四川省/广元市/旺苍县/普济镇'                  || '四川省/广元市/旺苍县/普济镇'
    '四川省广元市旺苍县普济镇'                     || '四川省/广元市/旺苍县/普济镇'
    '四川-广元-旺苍-普济'                      || '四川省/广元市/旺苍县/普济镇'
    '四川省 > 广元市 > 旺苍县'                  || '四川省/广元市/旺苍县'
    '四川·广元·旺苍'                         || '四川省/广元市/旺苍县'
    '四川　广元　旺苍'                         || '四川省/广元市/旺苍县'
    '四川广元旺苍'                           || '四川省/广元市/旺苍县'
    '四川省\\旺苍县'                         || '四川省/广元市/旺苍县'
    ' 旺 苍 县 '                          || '四川省/广元市/旺苍县'
    '旺苍'                               || '四川省/广元市/旺苍县'
    '旺苍普济'                             || '四川省/广元市/旺苍县/普济镇'
    '四川/普济镇/'                          || '四川省/广元市/旺苍县/普济镇'
    '河南'                               || '河南省'
    '甘肃/敦煌市'                           || '甘肃省/酒泉市/敦煌市'
    '北京/东城区'                           || '北京市/东城区'
    '北京市市辖区东城区'                        || '北京市/东城区'
    '北京朝阳区'                            || '北京市/朝阳区'
    '北京市/朝阳'                           || '北京市/朝阳区'
    '海南/万宁市'                           || '海南省/万宁市'
    '海南省琼海市'                           || '海南省/琼海市'
    '海南'                               || '海南省'
    '海南州'                              || '青海省/海南藏族自治州'
    '仙桃'                               || '湖北省/仙桃市'
    '湖北省/省直辖县级行政区划/仙桃市'               || '湖北省/仙桃市'
    '广东省东莞市企石镇'                        || '广东省/东莞市/企石镇'
    '东莞市/企石'                           || '广东省/东莞市/企石镇'
    '东莞'                               || '广东省/东莞市'
    '中山市'                              || '广东省/中山市'
    '海南/儋州'                            || '海南省/儋州市'
    '甘肃省嘉峪关市雄关街道'                      || '甘肃省/嘉峪关市/雄关街道'
    '吉林'                               || '吉林省'
    '吉林市'                              || '吉林省/吉林市'
    '吉林/吉林'                            || '吉林省/吉林市'
    '湖南长沙'                             || '湖南省/长沙市'
    '长沙'                               || '湖南省/长沙市'
    '长沙县'                              || '湖南省/长沙市/长沙县'
    '阿坝州'                              || '四川省/阿坝藏族羌族自治州'
    '四川/阿坝'                            || '四川省/阿坝藏族羌族自治州'
    '恩施州'                              || '湖北省/恩施土家族苗族自治州'
    '恩施市'                              || '湖北省/恩施土家族苗族自治州/恩施市'
    '凉山'                               || '四川省/凉山彝族自治州'
    '郑州/管城'                            || '河南省/郑州市/管城回族区'
    '郑州市管城区'                           || '河南省/郑州市/管城回族区'
    '内蒙古'                              || '内蒙古自治区'
    '新疆'                               || '新疆维吾尔自治区'
    '广西自治区'                            || '广西壮族自治区'
    '宁夏中卫沙坡头'                          || '宁夏回族自治区/中卫市/沙坡头区'
    '西藏/那曲'                            || '西藏自治区/那曲市'
    '鄂温克旗'                             || '内蒙古自治区/呼伦贝尔市/鄂温克族自治旗'
    '东乡县'                              || '甘肃省/临夏回族自治州/东乡族自治县'
    '隆林县'                              || '广西壮族自治区/百色市/隆林各族自治县'
    '浦东'                               || '上海市/浦东新区'
    '武汉市新洲区潘塘街'                        || '湖北省/武汉市/新洲区/潘塘街道'
    '北京市东城区东华门街道办事处'                   || '北京市/东城区/东华门街道'
    '合肥市/高新区'                          || '安徽省/合肥市/合肥高新技术产业开发区'
    '合肥高新区'                            || '安徽省/合肥市/合肥高新技术产业开发区'
    '四川省广元市全市'                         || '四川省/广元市'
    '旺苍县境内'                            || '四川省/广元市/旺苍县'
    '中国四川省'                            || '四川省'
    '广西/柳州/融水苗族自治县/同练瑶族乡'             || '广西壮族自治区/柳州市/融水苗族自治县/同练瑶族乡'
  }

  def "'#text' may mean several"() {
    when:
    def reading = regions.read(text)

    then:
    reading instanceof Ambiguous
    def paths = reading.candidates().collect { regions.pathName(it.code()) }
    paths.size() <= 10
    paths.containsAll(some)

    where:
    text           || some
    '朝阳区'          || ['北京市/朝阳区', '吉林省/长春市/朝阳区']
    '朝阳'           || ['辽宁省/朝阳市', '北京市/朝阳区', '吉林省/长春市/朝阳区']
    '鼓楼区'          || ['江苏省/南京市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']
    '江苏鼓楼区'        || ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区']
    '城关镇'          || []
    '高新区'          || []
    '510821 利州区'   || ['四川省/广元市/旺苍县', '四川省/广元市/利州区']
  }

  def "the code #text is in the tree no longer, its surroundings are: #known"() {
    when:
    def reading = regions.read(text)

    then:
    reading instanceof Retired
    reading.code().value() == code
    reading.knownAncestors()*.name() == known

    where:
    text           || code        | known
    '110103'       || '110103'    | ['北京市']
    '510899000000' || '510899'    | ['广元市', '四川省']
    '510821999'    || '510821999' | ['旺苍县', '广元市', '四川省']
    '99'           || '99'        | []
  }

  def "'#text' is unknown, and the nearest is offered: #first"() {
    when:
    def reading = regions.read(text)

    then:
    reading instanceof Unknown
    reading.candidates().size() <= 5
    reading.candidates().take(1).collect { regions.pathName(it.code()) } == first

    where:
    text                     || first
    ''                       || []
    '   '                    || []
    '/'                      || []
    '0'                      || []
    '51082'                  || ['四川省/广元市']
    '全国'                     || []
    '旺仓县'                    || ['四川省/广元市/旺苍县']
    '四川省广元市旺仓县'              || ['四川省/广元市']
    '广东省珠海市高新区'              || ['广东省/珠海市']
    '湖北/武汉/东湖新技术开发区'         || ['湖北省/武汉市']
    '旺苍县民政局'                 || ['四川省/广元市/旺苍县']
    '北京市崇文区'                 || ['北京市']
    '\ud842\udfb7\ud83d\ude00' || []
    '\ud842'                 || []
    '\u202e县苍旺'              || []
  }

  def "a misspelt name beneath an understood one is offered too"() {
    expect:
    regions.read('四川省广元市旺仓县').candidates()*.name().take(2) == ['广元市', '旺苍县']
    regions.read('旺苍县/普机镇').candidates()*.name().take(2) == ['旺苍县', '普济镇']
  }

  def "every code and every path name means what it stands for"() {
    given: 'all but the six that share the name of what they lie in, such as the "county" of 东莞市'
    def all = everything().findAll { !sameNameAsParent(it) }

    when:
    def misread = all.findAll { regions.read(it.code().value()) != new Found(it) }
        .collect { it.code() } +
        all.findAll { regions.read(regions.pathName(it.code())) != new Found(it) }
        .collect { regions.pathName(it.code()) + ' -> ' + regions.read(regions.pathName(it.code())) } +
        all.findAll { regions.read(regions.pathName(it.code()).replace('/', '')) == new Unknown([]) }

    then:
    all.size() == 44_703 - 6
    misread == []
  }

  def "nonsense of any length is read fast"() {
    given:
    def random = new Random(7)
    def alphabet = '县市区镇乡省城关朝阳四川广元旺苍0123/ -，。abc\ud83d\ude00'
    def texts = (1..10_000).collect { n ->
      (0..random.nextInt(120)).collect { alphabet[random.nextInt(alphabet.length())] }.join('')
    } + ['朝阳' * 50_000, '/' * 100_000, '9' * 100_000, '城关镇' * 30]

    when: 'what the processor spends on it: other work beside it does not count'
    def clock = ManagementFactory.threadMXBean
    def start = clock.currentThreadCpuTime
    texts.each { regions.read(it) }
    def seconds = (clock.currentThreadCpuTime - start) / 1e9

    then:
    seconds < 5
  }

  private Region.Code code(String digits) {
    new Region.Code(digits)
  }

  private List<Region> everything() {
    def all = []
    def below
    below = { Region region ->
      all << region
      regions.children(region.code()).each(below)
    }
    regions.provinces().each(below)
    all
  }

  private boolean sameNameAsParent(Region region) {
    def path = regions.path(region.code())
    path.size() > 1 && path[-2].name() == region.name()
  }

  def "of several places called #text somebody at home in #home means #path"() {
    expect:
    regions.spelled(text, new Region.Code(home)) == path

    where:
    text       | home        || path
    '东河镇'      | '510821'    || '四川省/广元市/旺苍县/东河镇'
    '东河镇'      | '510821103' || '四川省/广元市/旺苍县/东河镇'
    '东河镇'      | '510802'    || '四川省/广元市/旺苍县/东河镇'
    '东河镇'      | '220322'    || '吉林省/四平市/梨树县/东河镇'
    '东河镇'      | '110101'    || '东河镇'
    '四川/普济镇'   | '110101'    || '四川/普济镇'
    '没有这个地方'   | '510821'    || '没有这个地方'
  }
}
