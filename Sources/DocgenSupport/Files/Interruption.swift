import Glibc
import Synchronization

/// How a signal ends the program: cleanly, and as a signal does.
///
/// SIGINT, SIGTERM and SIGHUP are taken by a thread of their own, so that what they set off is ordinary code. It
/// removes what is half-done, and lets the signal's own action end the process: who waits for it sees the signal, and
/// a shell says 130, 143 or 129. From then on every other thread stops at its next call of these functions.
public enum Interruption {
  /// Names an action that was registered.
  public struct Token: Sendable {
    fileprivate let number: Int
  }

  private struct Registry {
    var next = 0
    var actions: [Int: @Sendable () -> Void] = [:]
  }

  private static let registry = Mutex(Registry())
  /// Held while something is done that a signal must not part.
  private static let whole = Mutex(())

  /// Obeys the signals from now on; to be called before the first thread is started.
  ///
  /// A signal that was ignored stays so: `nohup` and shells ask for it.
  public static func obeySignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let context = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
    context.initialize(to: signals)
    let status = pthread_create(
      &thread, nil,
      { context in
        if let signals = context?.assumingMemoryBound(to: sigset_t.self) { Interruption.wait(for: signals) }
        return nil
      }, context)
    // Without the thread, signals end the program at once, as they do by themselves.
    if status == 0 { pthread_detach(thread) } else { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  /// Makes something that has to be removed when a signal comes, and registers how.
  ///
  /// - Parameters:
  ///   - make: Makes it; no signal comes between this and the registration.
  ///   - action: Is called by the thread of the signals. It must not call this type.
  /// - Returns: What was made, and the token that takes the action back.
  /// - Throws: What `make` throws; nothing is registered then.
  public static func register<Value: Sendable, Failure: Error>(
    _ make: () throws(Failure) -> Value, action: @escaping @Sendable () -> Void
  ) throws(Failure) -> (value: Value, token: Token) {
    let result: Result<(Value, Token), Failure> = registry.withLock { registry in
      do throws(Failure) {
        let value = try make()
        registry.next += 1
        registry.actions[registry.next] = action
        return .success((value, Token(number: registry.next)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Registers what is done when a signal comes.
  public static func register(action: @escaping @Sendable () -> Void) -> Token { register({}, action: action).token }

  /// Takes an action back, as there is nothing left to do.
  public static func release(_ token: Token) { registry.withLock { $0.actions[token.number] = nil } }

  /// Does something that a signal must not part; other threads that call this wait. It must not call itself.
  public static func undivided<Value: Sendable, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result: Result<Value, Failure> = whole.withLock { _ in
      do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Waits for the end of the program where a signal has come; does nothing elsewhere.
  public static func stopIfEnding() { registry.withLock { _ in } }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func wait(for signals: UnsafePointer<sigset_t>) {
    var number: Int32 = 0
    while sigwait(signals, &number) != 0 {}
    // Neither lock is ever given back.
    whole.withLock { _ in
      registry.withLock { registry in
        for (_, action) in registry.actions.sorted(by: { $0.key > $1.key }) { action() }
        end(by: number)
      }
    }
  }

  private static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(getpid(), number)
    // The first process of a container is spared by signals without a handler.
    _exit(128 + number)
  }
}
