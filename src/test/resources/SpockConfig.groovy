import duijie.LongRun
import org.spockframework.runtime.model.parallel.ExecutionMode

runner {
  if (System.getProperty('specs.excluded', 'long') == 'long') {
    exclude { annotation LongRun }
  }
  // Specs stand in four rows, of which each goes on by itself: two of those with a browser, others that take long,
  // and all the rest. All but the last say so, and share a lock that lets one of a row run at a time.
  parallel {
    enabled true
    fixed 4
    defaultSpecificationExecutionMode ExecutionMode.SAME_THREAD
    defaultExecutionMode ExecutionMode.SAME_THREAD
  }
}
