import Glibc

/// The processor time, in seconds, that a piece of work takes on the thread that calls; what other threads and programs do
/// at the same time does not count.
package func threadTime<Failure>(_ work: () throws(Failure) -> Void) throws(Failure) -> Double {
  let start = threadTimeSoFar()
  try work()
  return threadTimeSoFar() - start
}

private func threadTimeSoFar() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
