package duijie.timetable

/** Sessions of any size, each the same for the same seed, and what can be said of every timetable. */
class Sessions {

  /** Everybody may meet everybody who is left after the density; away in so many slots by chance. */
  static TimetableTask random(Map given, long seed) {
    def size = [projects: 3, agencies: 4, slots: 3, tables: 3, density: 1.0d, away: 0.0d, cap: 0, values: 9] + given
    def chance = new Random(seed)
    def party = { String id ->
      def away = (1..size.slots).findAll { chance.nextDouble() < size.away }
      Party.of(id, size.cap ? 1 + chance.nextInt(size.cap) : size.slots, away)
    }
    def projects = (1..size.projects).collect { party("p$it") }
    def agencies = (1..size.agencies).collect { party("a$it") }
    def pairs = [projects, agencies].combinations().findAll { chance.nextDouble() < size.density }
        .collect { p, a -> Pair.of(p.id(), a.id(), new BigDecimal(chance.nextInt(size.values + 1)).movePointLeft(1)) }
    new TimetableTask(size.slots, size.tables, projects, agencies, pairs)
  }

  /** All that is wrong with a timetable for a task; nothing ever should be. */
  static List<String> faults(TimetableTask task, Timetable made) {
    def faults = Conflicts.in(task, made.meetings())*.toString()
    def pairs = task.pairs().collect { [it.project(), it.agency()] }
    def told = made.meetings().collect { [it.project(), it.agency()] } + made.unplaced().collect { [it.project(), it.agency()] }
    if (told.toSet() != pairs.toSet() || told.size() != pairs.size()) {
      faults << 'a pair is neither placed nor named, or told of twice'
    }
    if (made.value() != (made.meetings()*.value().sum() ?: 0)) {
      faults << 'the value is not the sum'
    }
    if (made.value() > made.upperBound()) {
      faults << 'more than can be'
    }
    if (task.hasFixedSeats() && made.meetings().groupBy { it.project() }.any { it.value*.table().unique().size() > 1 }) {
      faults << 'a project changes its table'
    }
    faults + untrue(task, made)
  }

  /** The reasons that do not hold. */
  private static List<String> untrue(TimetableTask task, Timetable made) {
    def party = (task.projects() + task.agencies()).collectEntries { [it.id(), it] }
    def busy = made.meetings().collectMany { [[it.project(), it.slot()], [it.agency(), it.slot()]] } as Set
    def held = made.meetings().collectMany { [it.project(), it.agency()] }.countBy { it }
    def load = made.meetings().countBy { it.slot() }
    made.unplaced().findAll { out ->
      def common = (1..task.slots()).findAll { s -> [out.project(), out.agency()].every { !party[it].unavailable().contains(s) } }
      def busySlots = { id -> common.findAll { busy.contains([id, it]) } }
      def gaps = common - busySlots(out.project()) - busySlots(out.agency())
      def holds = [
        NO_COMMON_SLOT: { common.empty },
        PROJECT_CAP: { (held[out.project()] ?: 0) == party[out.project()].maxMeetings() },
        AGENCY_CAP: { (held[out.agency()] ?: 0) == party[out.agency()].maxMeetings() },
        TABLES_FULL: { gaps && gaps.every { load[it] == task.tables() } },
        PROJECT_BUSY: { busySlots(out.project()) == common },
        AGENCY_BUSY: { busySlots(out.agency()) == common },
        NO_SHARED_GAP: { gaps.empty }
      ]
      !holds[out.reason().name()]()
    }*.toString()
  }

  /** The most that any timetable is worth, by trying all: for few pairs only. */
  static BigDecimal best(TimetableTask task) {
    def grid = new Grid(task)
    def board = new Board(grid)
    long[] rest = new long[grid.pairs + 1]
    for (int pair = grid.pairs - 1; pair >= 0; pair--) {
      rest[pair] = rest[pair + 1] + (grid.lock[pair] < 0 ? grid.worth[pair] : 0)
    }
    grid.decimal(Best.search(board, 0, -1L, rest))
  }

  /** Branch and bound over pairs, each in every slot or in none. */
  private static class Best {
    @groovy.transform.CompileStatic
    static long search(Board board, int pair, long best, long[] rest) {
      if (board.value() + rest[pair] <= best) {
        return best
      }
      if (pair == board.grid.pairs) {
        return board.value()
      }
      long found = best
      if (!board.isPlaced(pair) && !board.isSated(board.grid.project[pair]) && !board.isSated(board.grid.agency[pair])) {
        for (int slot = 0; slot < board.grid.slots; slot++) {
          if (board.fits(pair, slot)) {
            board.place(pair, slot)
            found = search(board, pair + 1, found, rest)
            board.lift(pair)
          }
        }
      }
      search(board, pair + 1, found, rest)
    }
  }
}
