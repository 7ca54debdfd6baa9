package duijie.imports.jdbc;

import duijie.imports.Difference;
import duijie.imports.Effect;
import duijie.imports.Import;
import duijie.imports.Line;
import duijie.imports.PlanRows;
import duijie.imports.Previews;
import duijie.sheets.Problem;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables sheet_import_line and sheet_import_problem. */
@Singleton
class JdbcPreviews implements Previews {

  private static final int BATCH = 1000;

  /** Of a new record so many columns are kept: enough to tell which one it is. */
  private static final int FIRST_COLUMNS = 12;

  private static final String PROBLEMS =
      "select p.row, p.sheet, p.cell, p.severity, p.code, p.sentence, i.file_name"
          + " from sheet_import_problem p join sheet_import i on i.id = p.import";

  private final JdbcOperations database;
  private final ImportRows rows;

  JdbcPreviews(JdbcOperations database, ImportRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  @Transactional
  public void save(Import.Id id, List<Line> lines, List<Problem> problems) {
    delete("delete from sheet_import_line where import = ?", id);
    delete("delete from sheet_import_problem where import = ?", id);
    insert(
        """
        insert into sheet_import_line
            (import, row, effect, name, target, differences, digest, conflict, sheet)
        values (?, ?, ?, ?, ?, ?::json, ?, ?, ?)
        """,
        lines,
        (statement, line, place) -> {
          statement.setObject(1, id.value());
          statement.setInt(2, line.row());
          statement.setString(3, line.effect().name());
          statement.setString(4, clean(line.name()));
          statement.setString(5, line.target());
          statement.setString(6, differences(line));
          statement.setString(7, line.digest());
          statement.setBoolean(8, line.conflict());
          statement.setString(9, clean(line.sheet()));
        });
    insert(
        """
        insert into sheet_import_problem (import, number, row, sheet, cell, severity, code, sentence)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        problems,
        (statement, problem, place) -> {
          statement.setObject(1, id.value());
          statement.setInt(2, place);
          statement.setObject(3, row(problem));
          statement.setString(4, problem.sheet() == null ? null : clean(problem.sheet()));
          statement.setString(5, problem.cell());
          statement.setString(6, problem.severity().name());
          statement.setString(7, problem.code());
          statement.setString(8, clean(problem.sentence()));
        });
  }

  private String differences(Line line) {
    return rows.lists(
        line.differences().stream()
            .limit(line.effect() == Effect.NEW ? FIRST_COLUMNS : Integer.MAX_VALUE)
            .map(d -> List.of(clean(d.column()), clean(d.before()), clean(d.after())))
            .toList());
  }

  /** What no text of a database can hold. */
  private static String clean(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
  }

  private static @Nullable Integer row(Problem problem) {
    var row = PlanRows.of(problem);
    return row.isPresent() ? row.getAsInt() : null;
  }

  @Override
  @Transactional
  public List<Line> lines(Import.Id id, Effect effect, int skip, int limit) {
    return query(
        "select sheet, row, name, target, differences, conflict from sheet_import_line"
            + " where import = ? and effect = ?"
            + " order by conflict desc, sheet, row offset ? limit ?",
        statement -> {
          statement.setObject(1, id.value());
          statement.setString(2, effect.name());
          statement.setInt(3, skip);
          statement.setInt(4, limit);
        },
        row ->
            new Line(
                row.getString("sheet"),
                row.getInt("row"),
                effect,
                row.getString("name"),
                row.getString("target"),
                rows.lists(row.getString("differences")).stream()
                    .map(d -> new Difference(d.get(0), d.get(1), d.get(2)))
                    .toList(),
                row.getBoolean("conflict")));
  }

  @Override
  @Transactional
  public Map<Line.Place, String> digests(Import.Id id) {
    var digests = new HashMap<Line.Place, String>();
    query(
            "select sheet, row, digest from sheet_import_line where import = ?",
            statement -> statement.setObject(1, id.value()),
            row -> Map.entry(place(row), row.getString(3)))
        .forEach(entry -> digests.put(entry.getKey(), entry.getValue()));
    return digests;
  }

  @Override
  @Transactional
  public Set<Line.Place> chosen(Import.Id id) {
    return Set.copyOf(
        query(
            "select sheet, row from sheet_import_line where import = ? and chosen",
            statement -> statement.setObject(1, id.value()),
            JdbcPreviews::place));
  }

  @Override
  @Transactional
  public void choose(Import.Id id, Line.Place at, boolean sheet) {
    int unused =
        database.prepareStatement(
            "update sheet_import_line set chosen = ?"
                + " where import = ? and sheet = ? and row = ? and effect = 'CONFLICTING'",
            statement -> {
              statement.setBoolean(1, sheet);
              statement.setObject(2, id.value());
              statement.setString(3, at.sheet());
              statement.setInt(4, at.row());
              return statement.executeUpdate();
            });
  }

  private static Line.Place place(ResultSet row) throws SQLException {
    return new Line.Place(row.getString("sheet"), row.getInt("row"));
  }

  @Override
  @Transactional
  public List<Problem> problems(Import.Id id) {
    return query(
        PROBLEMS + " where p.import = ? order by p.number",
        statement -> statement.setObject(1, id.value()),
        JdbcPreviews::problem);
  }

  @Override
  @Transactional
  public List<Problem> problems(Import.Id id, int skip, int limit) {
    return query(
        PROBLEMS + " where p.import = ? order by p.severity, p.number offset ? limit ?",
        statement -> {
          statement.setObject(1, id.value());
          statement.setInt(2, skip);
          statement.setInt(3, limit);
        },
        JdbcPreviews::problem);
  }

  @Override
  @Transactional
  public Map<Integer, List<Problem>> problems(Import.Id id, Collection<Integer> of) {
    var byRow = new HashMap<Integer, List<Problem>>();
    query(
            PROBLEMS + " where p.import = ? and p.row = any(?) order by p.number",
            statement -> {
              statement.setObject(1, id.value());
              statement.setArray(
                  2, statement.getConnection().createArrayOf("integer", of.toArray()));
            },
            row -> Map.entry(row.getInt("row"), problem(row)))
        .forEach(
            entry ->
                byRow
                    .computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                    .add(entry.getValue()));
    return byRow;
  }

  private static Problem problem(ResultSet row) throws SQLException {
    return new Problem(
        row.getString("file_name"),
        row.getString("sheet"),
        row.getString("cell"),
        Problem.Severity.valueOf(row.getString("severity")),
        row.getString("code"),
        row.getString("sentence"));
  }

  private void delete(String sql, Import.Id id) {
    int unused =
        database.prepareStatement(
            sql,
            statement -> {
              statement.setObject(1, id.value());
              return statement.executeUpdate();
            });
  }

  private <T> void insert(String sql, List<T> all, Filling<T> filling) {
    int unused =
        database.prepareStatement(
            sql,
            statement -> {
              int place = 0;
              for (var one : all) {
                filling.fill(statement, one, place++);
                statement.addBatch();
                if (place % BATCH == 0) {
                  statement.executeBatch();
                }
              }
              return place % BATCH == 0 ? place : statement.executeBatch().length;
            });
  }

  private <T> List<T> query(String sql, Values values, Reading<T> reading) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          var found = new ArrayList<T>();
          try (var row = statement.executeQuery()) {
            while (row.next()) {
              found.add(reading.read(row));
            }
          }
          return List.copyOf(found);
        });
  }

  /** Sets the values of a statement. */
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Makes something of a row. */
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Sets a row of a batch. */
  private interface Filling<T> {
    void fill(PreparedStatement statement, T one, int place) throws SQLException;
  }
}
