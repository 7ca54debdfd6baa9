package duijie.sheets;

import duijie.regions.Region;
import duijie.regions.Regions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wangcang and a few neighbours, enough for sheets to be about something. */
public final class FewRegions implements Regions {

  private static final Map<String, String> NAMES =
      Map.of(
          "51", "四川省",
          "5101", "成都市",
          "510104", "锦江区",
          "5108", "广元市",
          "510802", "利州区",
          "510821", "旺苍县",
          "510821101", "东河镇",
          "510821103", "普济镇");

  @Override
  public Optional<Region> find(Region.Code code) {
    return Optional.ofNullable(NAMES.get(code.value())).map(name -> new Region(code, name));
  }

  @Override
  public List<Region> children(Region.Code code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Region> provinces() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Region> path(Region.Code code) {
    return Stream.of(2, 4, 6, 9)
        .filter(digits -> digits <= code.value().length())
        .flatMap(digits -> find(new Region.Code(code.value().substring(0, digits))).stream())
        .toList();
  }

  @Override
  public String pathName(Region.Code code) {
    return find(code).isEmpty()
        ? code.value()
        : path(code).stream().map(Region::name).collect(Collectors.joining("/"));
  }

  @Override
  public Reading read(String text) {
    throw new UnsupportedOperationException();
  }
}
