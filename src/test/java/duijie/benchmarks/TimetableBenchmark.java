package duijie.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import duijie.timetable.Pair;
import duijie.timetable.Party;
import duijie.timetable.TimetableTask;
import duijie.timetable.Timetabling;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Timetables of generated sessions: value against the bound and seconds, beside greedy (the most
 * valuable pair into its first common slot) and, if it is given seconds, the general solver CP-SAT
 * on the same instance. Arguments: projects, agencies, slots, tables, density of pairs, share of
 * slots in which a party is away, how far values follow the agency (0 to 1), seeds, seconds for the
 * solver.
 */
public final class TimetableBenchmark {

  private static final long FIRST_SEED = 4_711;

  private final int slots;
  private final int tables;

  private TimetableBenchmark(int slots, int tables) {
    this.slots = slots;
    this.tables = tables;
  }

  public static void main(String[] arguments) {
    int projects = Integer.parseInt(arguments[0]);
    int agencies = Integer.parseInt(arguments[1]);
    var benchmark =
        new TimetableBenchmark(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    double density = Double.parseDouble(arguments[4]);
    double away = Double.parseDouble(arguments[5]);
    double fame = Double.parseDouble(arguments[6]);
    int seeds = Integer.parseInt(arguments[7]);
    int seconds = Integer.parseInt(arguments[8]);
    // What the compiler of the JVM does in the first second is no part of planning.
    Timetabling.make(new TimetableBenchmark(6, 10).session(10, 20, 1, 0.2, 0.5, new Random(1)));
    System.out.println(
        String.join("×", List.of(arguments).subList(0, 4))
            + " "
            + List.of(arguments).subList(4, 7));
    for (int seed = 0; seed < seeds; seed++) {
      var task =
          benchmark.session(projects, agencies, density, away, fame, new Random(FIRST_SEED + seed));
      benchmark.compare(task, seconds);
    }
  }

  private TimetableTask session(
      int projects, int agencies, double density, double away, double fame, Random chance) {
    var buyers = new ArrayList<Party>();
    for (int i = 0; i < projects; i++) {
      buyers.add(party("p" + i, away, chance));
    }
    var providers = new ArrayList<Party>();
    var names = new double[agencies];
    for (int i = 0; i < agencies; i++) {
      providers.add(party("a" + i, away, chance));
      names[i] = chance.nextDouble();
    }
    var pairs = new ArrayList<Pair>();
    for (var buyer : buyers) {
      for (int i = 0; i < agencies; i++) {
        if (chance.nextDouble() < density) {
          double value = 30 + 70 * (fame * names[i] + (1 - fame) * chance.nextDouble());
          pairs.add(Pair.of(buyer.id(), "a" + i, BigDecimal.valueOf(Math.round(100 * value), 2)));
        }
      }
    }
    return new TimetableTask(slots, tables, buyers, providers, pairs);
  }

  private Party party(String id, double away, Random chance) {
    var unavailable = new ArrayList<Integer>();
    for (int slot = 1; slot <= slots; slot++) {
      if (chance.nextDouble() < away) {
        unavailable.add(slot);
      }
    }
    return Party.of(id, slots, unavailable);
  }

  private void compare(TimetableTask task, int seconds) {
    long begin = System.nanoTime();
    long cpu = cpu();
    var made = Timetabling.make(task);
    double worked = (cpu() - cpu) / 1e9;
    double took = (System.nanoTime() - begin) / 1e9;
    double bound = made.upperBound().doubleValue();
    double greedy = greedy(task).doubleValue();
    double value = made.value().doubleValue();
    System.out.printf(
        "ours %.4f %% in %.2f s, %.2f s of one processor; greedy %.4f %%; of its gap closed %.1f"
            + " %%",
        100 * value / bound,
        took,
        worked,
        100 * greedy / bound,
        bound > greedy ? 100 * (value - greedy) / (bound - greedy) : 100);
    if (seconds > 0) {
      System.out.printf("; CP-SAT %s", solved(task, seconds, bound));
    }
    System.out.println();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private BigDecimal greedy(TimetableTask task) {
    var away = away(task);
    var busy = new HashSet<List<Object>>();
    var load = new int[slots + 1];
    var value = BigDecimal.ZERO;
    var pairs = new ArrayList<>(task.pairs());
    pairs.sort(Comparator.comparing(Pair::value).reversed());
    for (var pair : pairs) {
      for (int slot = 1; slot <= slots; slot++) {
        List<Object> project = List.of(pair.project(), slot);
        List<Object> agency = List.of(pair.agency(), slot);
        if (load[slot] < tables
            && !away.contains(project)
            && !away.contains(agency)
            && !busy.contains(project)
            && !busy.contains(agency)) {
          busy.add(project);
          busy.add(agency);
          load[slot]++;
          value = value.add(pair.value());
          break;
        }
      }
    }
    return value;
  }

  private static HashSet<List<Object>> away(TimetableTask task) {
    var away = new HashSet<List<Object>>();
    task.projects().forEach(p -> p.unavailable().forEach(slot -> away.add(List.of(p.id(), slot))));
    task.agencies().forEach(a -> a.unavailable().forEach(slot -> away.add(List.of(a.id(), slot))));
    return away;
  }

  /** The whole question, as one would hand it to a general solver: a variable a pair and slot. */
  private String solved(TimetableTask task, int seconds, double bound) {
    Loader.loadNativeLibraries();
    var away = away(task);
    var model = new CpModel();
    LinearExprBuilder value = LinearExpr.newBuilder();
    Map<List<Object>, List<Literal>> at = new HashMap<>();
    Map<Integer, List<Literal>> load = new HashMap<>();
    for (var pair : task.pairs()) {
      var places = new ArrayList<Literal>();
      long worth = pair.value().movePointRight(2).longValueExact();
      for (int slot = 1; slot <= slots; slot++) {
        List<Object> project = List.of(pair.project(), slot);
        List<Object> agency = List.of(pair.agency(), slot);
        if (!away.contains(project) && !away.contains(agency)) {
          var here = model.newBoolVar("");
          value.addTerm(here, worth);
          places.add(here);
          at.computeIfAbsent(project, key -> new ArrayList<>()).add(here);
          at.computeIfAbsent(agency, key -> new ArrayList<>()).add(here);
          load.computeIfAbsent(slot, key -> new ArrayList<>()).add(here);
        }
      }
      model.addAtMostOne(places);
    }
    at.values().forEach(model::addAtMostOne);
    if (!task.hasFixedSeats()) {
      load.values()
          .forEach(
              all -> model.addLessOrEqual(LinearExpr.sum(all.toArray(new Literal[0])), tables));
    }
    model.maximize(value);
    var solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(seconds).setRandomSeed(1);
    long begin = System.nanoTime();
    var status = solver.solve(model);
    return "%s %.4f %% after %.0f s"
        .formatted(status, solver.objectiveValue() / bound, (System.nanoTime() - begin) / 1e9);
  }
}
