import DocgenSupport

/// The words of a language that have a colour, found by their hashes.
struct CodeWords {
  private var hashes: [UInt64] = [UInt64](repeating: 0, count: 16)
  private var kinds: [CodeToken.Kind] = [CodeToken.Kind](repeating: .keyword, count: 16)
  private var count = 0

  /// Adds a word, unless it is there.
  mutating func insert(_ hash: UInt64, _ kind: CodeToken.Kind) {
    if count * 2 >= hashes.count { grow() }
    let place = place(of: hash)
    if hashes[place] == hash { return }
    hashes[place] = hash
    kinds[place] = kind
    count += 1
  }

  /// What the word with a hash is; `nil` if it is none of the language.
  @inline(__always)
  subscript(hash: UInt64) -> CodeToken.Kind? {
    let place = place(of: hash)
    return hashes[place] == 0 ? nil : kinds[place]
  }

  /// The place of a hash, or the free one where it belongs; no hash is 0 but by the rarest chance.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = zip(hashes, kinds).filter { $0.0 != 0 }
    let size = hashes.count * 2
    hashes = [UInt64](repeating: 0, count: size)
    kinds = [CodeToken.Kind](repeating: .keyword, count: size)
    count = 0
    for (hash, kind) in old { insert(hash, kind) }
  }
}
