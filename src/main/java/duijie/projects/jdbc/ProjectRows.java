package duijie.projects.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table project. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProjectRows extends GenericRepository<ProjectRow, String> {

  Optional<ProjectRow> findById(String id);

  /** Lets one transaction at a time decide on an id, whether a row has it or not. */
  @Query("select 1 from pg_advisory_xact_lock(hashtextextended('project ' || :id, 0))")
  int reserve(String id);

  /** The id, if there is such a row; nobody else changes it before the transaction ends. */
  @Query("select id from project where id = :id for update")
  Optional<String> lock(String id);

  List<ProjectRow> findByIdIn(Collection<String> ids);

  /** The first thousand after this id, in the order of their ids. */
  List<ProjectRow> findTop1000ByIdGreaterThanOrderById(String id);

  long count();

  /** Stores the rows, each replacing the one of its id and counting up its version. No id twice. */
  @Query(
      """
      insert into project (
          id, name, state, demonstration, buyer, region, fields, target_groups, methods, need,
          budget, annual_budget, term_months, regime, procurement_method, pricing, headcount,
          licensed, licensed_share, head_years, minimum_grade, demands_annual_inspection,
          demands_local_registration, small_firms_only, published_on, respond_by, contact,
          phone, source, unreadable, extra
      ) values (
          :id, :name, :state, :demonstration, :buyer, :region, :fields, :targetGroups,
          :methods, :need, :budget, :annualBudget, :termMonths, :regime, :procurementMethod,
          :pricing, :headcount, :licensed, :licensedShare, :headYears, :minimumGrade,
          :demandsAnnualInspection, :demandsLocalRegistration, :smallFirmsOnly, :publishedOn,
          :respondBy, :contact, :phone, :source, :unreadable, :extra::json
      ) on conflict (id) do update set
          version = project.version + 1, stored_at = now(),
          name = excluded.name, state = excluded.state,
          demonstration = excluded.demonstration, buyer = excluded.buyer,
          region = excluded.region, fields = excluded.fields,
          target_groups = excluded.target_groups, methods = excluded.methods,
          need = excluded.need, budget = excluded.budget,
          annual_budget = excluded.annual_budget, term_months = excluded.term_months,
          regime = excluded.regime, procurement_method = excluded.procurement_method,
          pricing = excluded.pricing, headcount = excluded.headcount,
          licensed = excluded.licensed, licensed_share = excluded.licensed_share,
          head_years = excluded.head_years, minimum_grade = excluded.minimum_grade,
          demands_annual_inspection = excluded.demands_annual_inspection,
          demands_local_registration = excluded.demands_local_registration,
          small_firms_only = excluded.small_firms_only, published_on = excluded.published_on,
          respond_by = excluded.respond_by, contact = excluded.contact,
          phone = excluded.phone, source = excluded.source, unreadable = excluded.unreadable,
          extra = excluded.extra
      """)
  void store(List<ProjectRow> rows);

  @Query("select id from project where lower(id) = lower(:id) order by id")
  List<String> alike(String id);
}
