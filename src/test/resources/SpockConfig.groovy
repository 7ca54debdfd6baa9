import duijie.LongRun
import org.spockframework.runtime.model.parallel.ExecutionMode

runner {
  if (System.getProperty('specs.excluded', 'long') == 'long') {
    exclude { annotation LongRun }
  }
  // Specs that mostly wait for a browser or for a program that starts say so, and run beside all others, one at
  // a time by a lock that they share: whoever waits for an answer has the pool start another thread. The others
  // run one after another, and so do the features of each spec.
  parallel {
    enabled true
    fixed 2
    defaultSpecificationExecutionMode ExecutionMode.SAME_THREAD
    defaultExecutionMode ExecutionMode.SAME_THREAD
  }
}
