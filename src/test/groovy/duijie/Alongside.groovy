package duijie

import java.lang.annotation.ElementType
import java.lang.annotation.Retention
import java.lang.annotation.RetentionPolicy
import java.lang.annotation.Target
import org.spockframework.runtime.extension.ExtensionAnnotation
import org.spockframework.runtime.extension.IAnnotationDrivenExtension
import org.spockframework.runtime.model.SpecInfo
import org.spockframework.runtime.model.parallel.ExclusiveResource
import org.spockframework.runtime.model.parallel.ExecutionMode
import org.spockframework.runtime.model.parallel.ResourceAccessMode

/** The spec runs while others do, but not with one that needs the same. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtensionAnnotation(AlongsideExtension)
@interface Alongside {

  /** What only one spec at a time has. */
  String value()
}

class AlongsideExtension implements IAnnotationDrivenExtension<Alongside> {

  @Override
  void visitSpecAnnotation(Alongside annotation, SpecInfo spec) {
    spec.executionMode = ExecutionMode.CONCURRENT
    spec.addExclusiveResource(new ExclusiveResource(annotation.value(), ResourceAccessMode.READ_WRITE))
  }
}
