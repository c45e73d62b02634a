import Files
import Glibc
import Synchronization

/// The threads that the program's tasks run on.
///
/// The system's own pool watches its threads through `/proc` and ends the program where a file in there cannot be read;
/// nothing that this program does is worth that.
final class WorkerThreads: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let waiting = Semaphore()

  /// Starts as many threads as there are processors.
  init() {
    for _ in 0..<Processors.count {
      var thread = pthread_t()
      let start = Unmanaged.passRetained(self).toOpaque()
      // Where there is no thread to be had, those that there are do the work.
      _ = pthread_create(&thread, nil, { WorkerThreads.work($0) }, start)
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    waiting.signal()
  }

  private static func work(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let start else { return nil }
    let threads = Unmanaged<WorkerThreads>.fromOpaque(start).takeUnretainedValue()
    while true {
      threads.waiting.wait()
      // The order is of no importance, and the end is the cheapest place.
      threads.jobs.withLock { $0.popLast() }?.runSynchronously(on: threads.asUnownedTaskExecutor())
    }
  }
}

/// Counts what there is to do; threads wait for it.
private final class Semaphore: @unchecked Sendable {
  private let pointer = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(pointer, 0, 0) }

  func signal() { sem_post(pointer) }

  func wait() { while sem_wait(pointer) != 0 {} }
}
