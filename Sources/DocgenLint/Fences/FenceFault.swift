import DocgenModel
import DocgenSupport

/// A code block whose fences do not enclose what they should.
struct FenceFault {
  enum Kind {
    /// The block has no end.
    case open
    /// The block ends at a fence that is another's, and holds what stands before that.
    case late
    /// The fence that should end the block begins it.
    case reversed
    /// Marks stand where they make no fence.
    case within
    /// A block of raw HTML that starts so has no end, or ends after that of another.
    case raw(String)
  }

  var kind: Kind
  /// The fence that opens the block, or what should do so.
  var place: SourceSpan
  /// What belongs at the place of the missing fence, as it is written.
  var fence: String
  /// The fence that opens the counterpart's block.
  var counterpart: SourceSpan?
  /// What cannot be compared until the block is closed.
  var region: SourceSpan
  /// The same in the counterpart; `nil` if it is not known.
  var counterpartRegion: SourceSpan?
  var fix: Restoration?
}
