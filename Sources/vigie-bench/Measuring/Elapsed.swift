import Glibc

/// Elapsed time, and the processor time used meanwhile, in seconds.
struct Elapsed {
  var wall = 0.0
  var cpu = 0.0

  static func + (left: Elapsed, right: Elapsed) -> Elapsed {
    Elapsed(wall: left.wall + right.wall, cpu: left.cpu + right.cpu)
  }

  static func - (left: Elapsed, right: Elapsed) -> Elapsed {
    Elapsed(wall: left.wall - right.wall, cpu: left.cpu - right.cpu)
  }

  /// The time when the work is distributed among a number of tasks.
  func shared(among tasks: Int) -> Elapsed { Elapsed(wall: wall / Double(tasks), cpu: cpu) }

  /// The current time on the clock of the whole process.
  static var ofProcess: Elapsed { Elapsed(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID)) }

  /// The current time on the clock of the running thread, for work that many threads do at once.
  static var ofThread: Elapsed { Elapsed(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_THREAD_CPUTIME_ID)) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
