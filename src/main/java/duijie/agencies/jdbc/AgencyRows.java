package duijie.agencies.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table agency. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgencyRows extends GenericRepository<AgencyRow, String> {

  Optional<AgencyRow> findById(String id);

  /** The id, if there is such a row; nobody else changes it before the transaction ends. */
  @Query("select id from agency where id = :id for update")
  Optional<String> lock(String id);

  List<AgencyRow> findByIdIn(Collection<String> ids);

  /**
   * Waits for whoever else asks for the same key, and has others wait until the transaction ends.
   */
  @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as held")
  long lockCode(String key);

  List<AgencyRow> findByCreditCodeOrderById(String creditCode);

  List<AgencyRow> findByCreditCodeInOrderById(Collection<String> creditCodes);

  List<AgencyRow> findByNameInOrderById(Collection<String> names);

  List<AgencyRow> findByGradeValidUntilBetweenOrderById(LocalDate from, LocalDate to);

  /** The first thousand after this id, in the order of their ids. */
  List<AgencyRow> findTop1000ByIdGreaterThanOrderById(String id);

  long count();

  /** Stores the rows, each replacing the one of its id and counting up its version. No id twice. */
  @Query(
      """
      insert into agency (
          id, name, state, demonstration, credit_code, type, registrar, founded_year,
          founded_month, founded_day, registered_region, service_regions, fields,
          target_groups, methods, grade, grade_valid_until, inspection_year,
          inspection_result, credit_standing, full_time_staff, assistants, social_workers,
          seniors, head_years, current_projects, capacity, minimum_amount, maximum_amount,
          profile, experience, contact, phone, source, unreadable, extra
      ) values (
          :id, :name, :state, :demonstration, :creditCode, :type, :registrar, :foundedYear,
          :foundedMonth, :foundedDay, :registeredRegion, :serviceRegions, :fields,
          :targetGroups, :methods, :grade, :gradeValidUntil, :inspectionYear,
          :inspectionResult, :creditStanding, :fullTimeStaff, :assistants, :socialWorkers,
          :seniors, :headYears, :currentProjects, :capacity, :minimumAmount, :maximumAmount,
          :profile, :experience, :contact, :phone, :source, :unreadable, :extra::json
      ) on conflict (id) do update set
          version = agency.version + 1, stored_at = now(),
          name = excluded.name, state = excluded.state,
          demonstration = excluded.demonstration, credit_code = excluded.credit_code,
          type = excluded.type, registrar = excluded.registrar,
          founded_year = excluded.founded_year, founded_month = excluded.founded_month,
          founded_day = excluded.founded_day, registered_region = excluded.registered_region,
          service_regions = excluded.service_regions, fields = excluded.fields,
          target_groups = excluded.target_groups, methods = excluded.methods,
          grade = excluded.grade, grade_valid_until = excluded.grade_valid_until,
          inspection_year = excluded.inspection_year,
          inspection_result = excluded.inspection_result,
          credit_standing = excluded.credit_standing,
          full_time_staff = excluded.full_time_staff, assistants = excluded.assistants,
          social_workers = excluded.social_workers, seniors = excluded.seniors,
          head_years = excluded.head_years, current_projects = excluded.current_projects,
          capacity = excluded.capacity, minimum_amount = excluded.minimum_amount,
          maximum_amount = excluded.maximum_amount, profile = excluded.profile,
          experience = excluded.experience, contact = excluded.contact,
          phone = excluded.phone, source = excluded.source, unreadable = excluded.unreadable,
          extra = excluded.extra
      """)
  void store(List<AgencyRow> rows);
}
