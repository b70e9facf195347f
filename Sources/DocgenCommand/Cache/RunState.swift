import DocgenSupport

/// What is kept of a run: what it was about, what it asked, and what it wrote.
struct RunState {
  /// A message, and how much was written to standard output before it.
  struct Said {
    var offset: Int
    var text: [UInt8]
  }

  /// The bytes of ``RunIdentity``.
  var identity: [UInt8]
  var status: ExitStatus
  /// The messages, in their order.
  var said: [Said]
  /// The digests of the pieces of the result, which is in a file of its own; empty where nothing was written.
  var result: [ContentDigest]
  var inputs: InputList
  /// What else tells whether all is as the run left it.
  var seal: [UInt8]

  /// Reads a state; `nil` if the bytes are none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = StateReader(bytes)
    do throws(StateReader.Damage) {
      identity = Array(try reader.content())
      guard let status = ExitStatus(rawValue: Int32(truncatingIfNeeded: try reader.number())) else { return nil }
      self.status = status
      said = try reader.list { reader throws(StateReader.Damage) in
        Said(offset: try reader.number(), text: Array(try reader.content()))
      }
      result = try reader.list { reader throws(StateReader.Damage) in try reader.digest() }
      seal = Array(try reader.content())
      inputs = InputList(try reader.content())
    } catch {
      return nil
    }
  }

  init(
    identity: [UInt8], status: ExitStatus, said: [Said], result: [ContentDigest], inputs: InputList, seal: [UInt8]
  ) {
    self.identity = identity
    self.status = status
    self.said = said
    self.result = result
    self.inputs = inputs
    self.seal = seal
  }

  /// The state as it is kept.
  var bytes: [UInt8] {
    var writer = StateWriter()
    writer.write(identity)
    writer.write(Int(status.rawValue))
    writer.write(said) { writer, said in
      writer.write(said.offset)
      writer.write(said.text)
    }
    writer.write(result) { $0.write(plain: $1.bytes) }
    writer.write(seal)
    writer.write(inputs.bytes)
    return writer.bytes
  }
}
