import duijie.LongRun
import org.spockframework.runtime.model.parallel.ExecutionMode

runner {
  if (System.getProperty('specs.excluded', 'long') == 'long') {
    exclude { annotation LongRun }
  }
  // Specs stand in four rows: two of those with a browser, others that take long, and all the rest. All but the last
  // say so, and share a lock that lets one of a row run at a time. Three rows go on at once, whichever has something to do.
  parallel {
    enabled true
    fixed 3
    defaultSpecificationExecutionMode ExecutionMode.SAME_THREAD
    defaultExecutionMode ExecutionMode.SAME_THREAD
  }
}
