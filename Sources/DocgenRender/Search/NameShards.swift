/// Which names belong into which file, by what a reader types first.
///
/// A name is looked for under the letters that lead to it: those of the name and of each of its parts (`kill`), the
/// first letters of parts that follow each other and all of the last (`kj`, `kjob`), and those of the name with one letter
/// missing among the first (`kll`). Letters that lead to many names are split by the next letter until few are left.
/// Neighbours are then put together to files of about the same size, so that what is typed belongs into the last file
/// whose key is not after it.
/// Where the next file's key starts with it, too, less is typed than tells the files apart: for this there are files with
/// the best names only.
struct NameShards: Sendable {
  struct Shard: Sendable {
    /// The first letters of what is typed.
    var key: [UInt16]
    /// Indices of the names, in their order.
    var names: [Int32]
  }

  /// All names, sorted by key.
  private(set) var shards: [Shard] = []
  /// The best names for what is typed first, sorted by key.
  private(set) var bestShards: [Shard] = []
  private let names: [SearchName]
  private let limit: Int

  /// The number of letters that the names of a file may have, but for those that cannot be told apart.
  static let limit = 9000
  /// So many letters in, files are as large as they must be.
  private static let deepest = 64
  /// Among so many letters one may be missing; `search.js` looks for those that are missing further on.
  private static let deepestMissing = 5
  /// So many letters in, only the shortest names are still found by the first letters of their parts: those of names
  /// that begin alike (`Win32_PerfRawData_…`) can be put together in too many ways.
  private static let deepestInitials = 8
  private static let namesByInitials = 150
  /// How many names a file of the best ones holds: of those that start so, and of those with these first letters.
  private static let best = (starting: 16, initials: 8)

  /// Takes the names in the order in which equal ones are to be shown.
  init(_ names: [SearchName], limit: Int = Self.limit) {
    self.names = names
    self.limit = limit
    var states: [State] = []
    for (index, name) in names.enumerated() {
      for (position, start) in name.starts.enumerated() where start != .none {
        let state = State(
          name: Int32(index), position: Int16(position), start: start, isFirst: position == 0,
          mayJump: start != .hump, mayMiss: start == .name)
        states.append(state)
        if state.mayMiss, position + 1 < name.units.count { states.append(state.missing(at: position + 1)) }
      }
    }
    split(states, key: [])
    shards = joined(shards)
    bestShards = joined(bestShards)
  }

  private func size(_ found: some Sequence<Int32>) -> Int { found.reduce(0) { $0 + names[Int($1)].units.count } }

  /// Neighbours put together as long as they hold few names.
  private func joined(_ shards: [Shard]) -> [Shard] {
    var joined: [Shard] = []
    var found: Set<Int32> = []
    var total = 0
    for shard in shards {
      let new = shard.names.filter { !found.contains($0) }
      if !joined.isEmpty, total + size(new) <= limit {
        found.formUnion(new)
        total += size(new)
        joined[joined.count - 1].names += new
      } else {
        found = Set(shard.names)
        total = size(shard.names)
        joined.append(shard)
      }
    }
    return joined.map { Shard(key: $0.key, names: $0.names.sorted()) }
  }

  /// One way to read what was typed so far in a name; the letter at `position` is the last that was compared.
  private struct State {
    var name: Int32
    var position: Int16
    var start: SearchName.Start
    var isFirst: Bool
    /// The last letter is the first of a part, and so may the next be.
    var mayJump: Bool
    var mayMiss: Bool
    var hasJumped = false
    var hasMissed = false

    /// Reads the letter after the last.
    func next() -> State {
      var copy = self
      copy.position += 1
      copy.mayJump = false
      return copy
    }

    /// Reads the first letter of a part.
    func jumping(to part: Int) -> State {
      var copy = self
      copy.position = Int16(part)
      copy.mayMiss = false
      copy.hasJumped = true
      return copy
    }

    /// Reads a letter, passing one over that is missing.
    func missing(at position: Int) -> State {
      var copy = self
      copy.position = Int16(position)
      copy.mayJump = false
      copy.mayMiss = false
      copy.hasMissed = true
      return copy
    }

    func isLike(_ other: State) -> Bool {
      name == other.name && position == other.position && mayJump == other.mayJump && mayMiss == other.mayMiss
    }
  }

  private mutating func split(_ states: [State], key: [UInt16]) {
    // By the letter at the place of each state, the names in order.
    var children: [UInt16: [State]] = [:]
    for state in states {
      children[names[Int(state.name)].units[Int(state.position)], default: []].append(state)
    }
    for (unit, states) in children.sorted(by: { $0.key < $1.key }) {
      let key = key + [unit]
      let states = key.count < Self.deepestInitials ? states : withFewInitials(states)
      let found = distinctNames(states)
      if size(found) <= limit || key.count >= Self.deepest {
        shards.append(Shard(key: key, names: found))
      } else {
        let best = bestNames(states)
        // What can only be typed on in one way needs no file of its own: that before leads to the same.
        if best != bestShards.last?.names { bestShards.append(Shard(key: key, names: best)) }
        // Nothing leads further into names that end here.
        let ended = distinctNames(states.filter { Int($0.position) + 1 == names[Int($0.name)].units.count })
        if !ended.isEmpty { shards.append(Shard(key: key, names: ended)) }
        split(following(states, mayMiss: key.count < Self.deepestMissing), key: key)
      }
    }
  }

  /// States stand in the order of their names.
  private func distinctNames(_ states: [State]) -> [Int32] {
    var result: [Int32] = []
    for state in states where result.last != state.name { result.append(state.name) }
    return result
  }

  private func withFewInitials(_ states: [State]) -> [State] {
    let jumped = distinctNames(states.filter(\.hasJumped))
    guard jumped.count > Self.namesByInitials else { return states }
    let shortest = jumped.sorted { (names[Int($0)].units.count, $0) < (names[Int($1)].units.count, $1) }
    let kept = Set(shortest.prefix(Self.namesByInitials))
    return states.filter { !$0.hasJumped || kept.contains($0.name) }
  }

  /// The ways to read one letter more.
  private func following(_ states: [State], mayMiss: Bool) -> [State] {
    var result: [State] = []
    result.reserveCapacity(states.count * 2)
    var first = 0
    for state in states {
      if let last = result.last, last.name != state.name { first = result.count }
      func add(_ new: State) {
        if !result[first...].contains(where: { $0.isLike(new) }) { result.append(new) }
      }
      let name = names[Int(state.name)]
      let next = Int(state.position) + 1
      guard next < name.units.count else { continue }
      add(state.next())
      if mayMiss, state.mayMiss, next + 1 < name.units.count { add(state.missing(at: next + 1)) }
      if state.mayJump, let part = name.starts[next...].firstIndex(where: { $0 != .none }) {
        add(state.jumping(to: part))
      }
    }
    return result
  }

  /// The names to show when no more than this is typed.
  private func bestNames(_ states: [State]) -> [Int32] {
    var ranked: [(rank: Int, name: Int32)] = []
    for state in states {
      let name = names[Int(state.name)]
      let next = Int(state.position) + 1
      let isWhole = next == name.units.count
      let rank: Int =
        switch (state.hasJumped, state.start) {
        case _ where state.hasMissed: 8
        case (false, .name): state.isFirst ? (isWhole ? 0 : 2) : (isWhole ? 1 : 3)
        case (false, .part): 4
        case (false, _): 6
        default: state.isFirst && !name.starts[next...].contains { $0 != .none } ? Self.initialsRank : 7
        }
      ranked.append((rank << 20 | min(name.units.count, 0xFFFFF), state.name))
    }
    ranked.sort { ($0.rank, $0.name) < ($1.rank, $1.name) }
    var chosen: Set<Int32> = []
    for (_, name) in ranked where chosen.count < Self.best.starting { chosen.insert(name) }
    var initials = 0
    for (rank, name) in ranked where rank >> 20 == Self.initialsRank && initials < Self.best.initials {
      chosen.insert(name)
      initials += 1
    }
    return chosen.sorted()
  }

  /// The rank of names that what is typed has a letter of each part of.
  private static let initialsRank = 5
}
