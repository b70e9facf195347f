import DocgenSupport

extension Inventory.Entry {
  /// Writes the entry, to be kept until the next build.
  package func write(to writer: inout StateWriter) {
    writer.write(name)
    writer.write(role.description)
    writer.write(priority)
    writer.write(uri)
    writer.write(displayName)
  }

  /// Reads an entry that was kept.
  package init(_ reader: inout StateReader) throws(StateReader.Damage) {
    name = try reader.text()
    role = InventoryRole(kept: try reader.text())
    priority = try reader.number()
    uri = try reader.text()
    displayName = try reader.optionalText()
  }
}
