package duijie.agencies.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agency as the table agency holds it; the migrations describe each column. */
@MappedEntity("agency")
record AgencyRow(
    @Id String id,
    String name,
    String state,
    boolean demonstration,
    @Nullable String creditCode,
    @Nullable String type,
    @Nullable String registrar,
    @Nullable Integer foundedYear,
    @Nullable Integer foundedMonth,
    @Nullable Integer foundedDay,
    @Nullable String registeredRegion,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> serviceRegions,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> fields,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> targetGroups,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> methods,
    @Nullable Integer grade,
    @Nullable LocalDate gradeValidUntil,
    @Nullable Integer inspectionYear,
    @Nullable String inspectionResult,
    @Nullable String creditStanding,
    @Nullable Integer fullTimeStaff,
    @Nullable Integer assistants,
    @Nullable Integer socialWorkers,
    @Nullable Integer seniors,
    @Nullable Integer headYears,
    @Nullable Integer currentProjects,
    @Nullable Integer capacity,
    @Nullable BigDecimal minimumAmount,
    @Nullable BigDecimal maximumAmount,
    @Nullable String profile,
    @Nullable String experience,
    @Nullable String contact,
    @Nullable String phone,
    @Nullable String source,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> unreadable,
    @TypeDef(type = DataType.JSON) Map<String, String> extra) {}
