package duijie.imports.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that answers with a workbook, or with a page that says why there is none. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Produces({MediaType.TEXT_HTML, MediaType.MICROSOFT_EXCEL_OPEN_XML})
@interface WorkbookOrPage {}
