/// Where and how a byte of the text of a slot is written.
struct SlotPlace: Sendable {
  /// The file offset.
  var start: Int32
  /// The file offset after it.
  var end: Int32
  /// The number of the run that it belongs to; between two runs stands markup or a line end.
  var run: Int
  /// How text is written there.
  var form: TextForm
  /// How many markers of emphasis, code or links are around it.
  var depth: Int
}
