package duijie.projects.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project as the table project holds it; the migrations describe each column. */
@MappedEntity("project")
record ProjectRow(
    @Id String id,
    String name,
    String state,
    boolean demonstration,
    @Nullable String buyer,
    @Nullable String region,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> fields,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> targetGroups,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> methods,
    @Nullable String need,
    @Nullable BigDecimal budget,
    @Nullable BigDecimal annualBudget,
    @Nullable Integer termMonths,
    @Nullable String regime,
    @Nullable String procurementMethod,
    @Nullable String pricing,
    @Nullable Integer headcount,
    @Nullable Integer licensed,
    @Nullable BigDecimal licensedShare,
    @Nullable Integer headYears,
    @Nullable Integer minimumGrade,
    boolean demandsAnnualInspection,
    boolean demandsLocalRegistration,
    boolean smallFirmsOnly,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDateTime respondBy,
    @Nullable String contact,
    @Nullable String phone,
    @Nullable String source,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> unreadable,
    @TypeDef(type = DataType.JSON) Map<String, String> extra) {}
