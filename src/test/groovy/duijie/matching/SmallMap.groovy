package duijie.matching

import duijie.regions.Region
import duijie.regions.Regions

/** A few divisions around 旺苍县. */
class SmallMap implements Regions {

  private static final Map<String, String> NAMES = ['51': '四川省', '5108': '广元市', '510821': '旺苍县',
    '510821103': '普济镇', '510822': '青川县', '5101': '成都市', '510104': '锦江区', '61': '陕西省']

  @Override
  Optional<Region> find(Region.Code code) {
    Optional.ofNullable(NAMES[code.value()]).map { new Region(code, it) }
  }

  @Override
  List<Region> children(Region.Code code) {
    all().findAll { code.covers(it.code()) && it.level().ordinal() == code.level().ordinal() + 1 }
  }

  @Override
  List<Region> provinces() {
    all().findAll { it.level() == Region.Level.PROVINCE }
  }

  @Override
  List<Region> path(Region.Code code) {
    all().findAll { it.code().covers(code) }
  }

  @Override
  String pathName(Region.Code code) {
    path(code)*.name().join('/') ?: code.value()
  }

  @Override
  Reading read(String text) {
    new Reading.Unknown([])
  }

  private static List<Region> all() {
    NAMES.collect { code, name -> new Region(new Region.Code(code), name) }.sort { it.code() }
  }
}
